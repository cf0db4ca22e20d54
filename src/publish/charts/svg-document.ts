/** Nothing -> an empty document for charts that are drawn where no browser is; and a drawing as a file or inside of a page. */
import { parseHTML } from "linkedom";

export function svgDocument(): Document {
  return parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
}

/** The drawing as a file of its own. */
export function svgText(figure: Element): string {
  const svg = figure.tagName.toLowerCase() === "svg" ? figure : figure.querySelector("svg");
  if (!svg) throw new Error("the chart holds no drawing");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${svg.outerHTML}\n`;
}

/**
 * The drawing for inside of a page: `title` is read out to those who cannot see it. Style of its own goes, since the
 * page's policy would refuse it; colours are attributes, which the page's style may overrule.
 */
export function inlineSvg(svg: string, title: string): string {
  const escaped = title.replace(/[<>&"]/g, (char) => `&#${char.charCodeAt(0)};`);
  return svg
    .replace(/\saria-label="[^"]*"/g, "")
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/\sstyle="[^"]*"/g, "")
    .replace(/\sxmlns="[^"]*"/, "")
    .replace(
      /<svg\b[^>]*>/,
      (opening) =>
        `${opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg" role="img"')}<title>${escaped}</title>`,
    );
}
