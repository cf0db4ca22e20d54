/** The words on exit codes -> the help of the commands that weigh, look at histories and keep forecasts. */

export function weighHelp(exitCodes: string): Record<string, string> {
  return {
    weigh: `Usage: readout weigh [options] AGREEMENT.yaml

Sets an agreement beside classes of past ones: how many there were, what became of
them, the chance of breakdown by a day given how long it has lasted, with interval and
bounds that count unclear fates both ways; and how firm its terms are.

AGREEMENT.yaml holds one agreement with its readings; the id of one in the catalogue
will do. Past agreements: civil-war ceasefires 1989-2020 (sums of the ETH/PRIO data) and
signed peace agreements 1975-2021 (UCDP), both bundled.

Options:
  --as-of DATE          The day on which it is weighed; today otherwise.
  --horizons LIST       Days since its start, 30,90,365 otherwise.
  --history FILE        Records of your own instead of the bundled ones, as CSV: the
                        ETH/PRIO ceasefire data, UCDP peace agreements or terminations,
                        or PA-X, told by their columns. May be given more than once.
  --forecasts FILE      A registry of others' predictions (readout forecast); those about this
                        agreement are shown with their scores.
  --svg FILE            Draw the curve of the class that fits best.
  --html FILE           Write one self-contained page, with the curves.
  --json                One JSON object instead of the view for the terminal.
  --help                Show this help.

Examples:
  readout weigh energy-strikes-halt-2025 --as-of 2025-03-24
  readout weigh truce.yaml --horizons 7,30
  readout weigh truce.yaml --history ceasefires.csv --json

${exitCodes}
`,
    history: `Usage: readout history FILE

Says what a file of past agreements holds, class by class, and whether any model predicts
on it better than the plain base rate does (fitted on the past, scored on the year that
follows). Known by their columns: the ETH/PRIO ceasefire data, UCDP peace agreements and
conflict terminations, PA-X; as CSV.

Options:
  --json                One JSON object instead of lines for the terminal.
  --help                Show this help.

Examples:
  readout history ceasefires.csv
  readout weigh truce.yaml --history ceasefires.csv

${exitCodes}
`,
    forecast: `Usage: readout forecast add FORECAST.yaml --source SOURCE
       readout forecast code ID --probability P --by NAME
       readout forecast resolve ID --outcome yes|no|void --source SOURCE --quote WORDS --by NAME
       readout forecast list [--about ID]
       readout forecast score [--about ID]
       readout forecast propose SOURCE

Keeps what others have predicted in public, in their exact words, and how they fared. The
registry is a file of one event a line that only grows. A quote that does not stand in its
source is refused, and a hedge ("very, very difficult") stays words until a coder, who is
named, puts a number to it.

  add       who predicts what: id, by, about, question, settledBy, madeOn, resolvesOn,
            evidence (source, quote), probability where one was stated, hedge
  code      the probability that somebody reads the words as
  resolve   what came of it, with the words that show it
  list      the forecasts with their scores: Brier, logarithmic, baseline and peer score
  score     each forecaster's record, with calibration
  propose   what the experts in a text predict, for you to add or not

Options:
  --registry FILE       The registry; READOUT_FORECASTS otherwise, else forecasts.ndjson.
  --source SOURCE       The text that the quote stands in: a file, an address or -.
  --quote WORDS         Exact words of the source.
  --on DATE             The day it was settled; today otherwise.
  --about ID            Only those about this agreement or dossier.
  --archive DIR, --no-archive, --allow-private: as in readout read.
  --json                JSON instead of lines for the terminal.
  --help                Show this help.

Examples:
  readout forecast propose article.txt
  readout forecast add truce-holds.yaml --source article.txt
  readout forecast code truce-holds --probability 0.15 --by "A. Coder"
  readout forecast score

${exitCodes}
`,
  };
}
