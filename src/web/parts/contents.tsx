/** A page's parts -> its table of contents: beside the text on wide screens, folded above it on narrow ones. */
import type { Reader } from "../reader.js";

interface ContentsProps {
  reader: Reader;
  entries: readonly { id: string; title: string }[];
}

export function Contents({ reader, entries }: ContentsProps) {
  return (
    <nav class="contents" aria-label={reader.t("contents")}>
      <p class="contents-title">{reader.t("contents")}</p>
      <ol>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
