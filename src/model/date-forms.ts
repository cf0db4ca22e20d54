/** How dates are written in records and on the command line. Apart from the schemas, which not every command loads. */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: a date that carries its precision. */
export const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** ISO 8601 to the minute or finer, with its zone. */
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
