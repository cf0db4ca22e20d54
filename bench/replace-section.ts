/** A Markdown report and one of its sections anew -> the report with that section replaced and all else kept. */

/** The section stands between two comments that name it; a report that has none yet gets it at its end. */
export function replaceSection(report: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end: ${name} -->`];
  const section = `${start}\n${text.trim()}\n${end}`;
  const from = report.indexOf(start);
  const to = report.indexOf(end);
  if (from < 0 || to < from) return `${report.trimEnd()}\n\n${section}\n`;
  return `${report.slice(0, from)}${section}${report.slice(to + end.length)}`;
}
