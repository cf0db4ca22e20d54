/** A comparison's sections -> the list of items with filters, each item with its quotes and links into the texts. */
import type { Comparison, ComparisonSource, ItemSource, Unsaid } from "../model/comparison.js";
import { safeLine } from "../text/terminal-text.js";
import { listed, type Names } from "./names.js";
import { ownTerms, strengthWord } from "./plain-words.js";
import { type NumberedItem, relationLabel, type Section, type SectionKind } from "./sections.js";
import { sideWords } from "./side-words.js";

interface ItemsProps {
  comparison: Comparison;
  sections: readonly Section[];
  names: Names;
}

/** Ids: `i3` an item, `t0-3` its first words in the first text, `s-both` a section. */
export function Items({ comparison: { sources, unsaid, items }, sections, names }: ItemsProps) {
  return (
    <section id="items" aria-label="Items">
      {sections.length > 1 && <Filters sections={sections} total={items.length} />}
      {sections.length === 0 && <p>No act was found in these texts: nothing that a side does in words.</p>}
      {sections.map((section) => (
        <section class={`group k-${section.kind}`} id={`s-${section.key}`} key={section.key}>
          <h2>
            {safeLine(section.title)} <span class="count">{section.items.length}</span>
          </h2>
          <p class="meaning">{section.meaning}</p>
          {section.items.map((item) => (
            <ItemCard item={item} section={section.kind} sources={sources} names={names} key={item.id} />
          ))}
        </section>
      ))}
      {unsaid.length > 0 && <LeftUnsaid unsaid={unsaid} names={names} />}
    </section>
  );
}

function Filters({ sections, total }: { sections: readonly Section[]; total: number }) {
  const all = { key: "all", kind: "all", title: "All", count: total };
  const choices = [all, ...sections.map(({ key, kind, title, items }) => ({ key, kind, title, count: items.length }))];
  return (
    <fieldset class="filters">
      <legend>Show</legend>
      {choices.map(({ key, kind, title, count }) => (
        <label class={`k-${kind}`} key={key}>
          <input type="radio" name="show" id={`f-${key}`} checked={key === "all"} />
          <span>
            {safeLine(title)} <span class="count">{count}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ItemCardProps {
  item: NumberedItem;
  section: SectionKind;
  sources: readonly ComparisonSource[];
  names: Names;
}

function ItemCard({ item, section, sources, names }: ItemCardProps) {
  return (
    <article class="item" id={`i${item.number}`}>
      <h3>
        <span class="number">{item.number}</span>
        <a href={`#i${item.number}`}>{safeLine(item.label)}</a>
        {(section === "differs" || section === "some") && (
          <span class="relation">{safeLine(relationLabel(item, sources))}</span>
        )}
      </h3>
      {item.unattributed && item.unattributed.length > 0 && (
        <p class="meaning">{safeLine(ownTerms(item.unattributed))}</p>
      )}
      {item.differences.length > 0 && (
        <ul class="differences">
          {item.differences.map(({ because }) => (
            <li key={because}>{safeLine(because)}</li>
          ))}
        </ul>
      )}
      <div class="sides">
        {sources.map((source, at) => {
          const side = item.sources[source.id];
          return (
            side && (
              <Side
                source={source}
                at={source.voice ? 0 : at}
                side={side}
                number={item.number}
                names={names}
                key={source.id}
              />
            )
          );
        })}
      </div>
    </article>
  );
}

interface SideProps {
  source: ComparisonSource;
  at: number;
  side: ItemSource;
  number: number;
  names: Names;
}

function Side({ source, at, side, number, names }: SideProps) {
  const [who, does, cited] = sideWords(side, source, names);
  const id = safeLine(source.id);
  return (
    <div class="side">
      <p>
        <a class="where" href={`#t${at}-${number}`} aria-label={`${id}: show in its text`}>
          {id}
        </a>{" "}
        {safeLine(who)} {does && <b>{safeLine(does)}</b>}
        {cited && `${does && ", "}${safeLine(cited)}`} <span class="strength">({strengthWord(side.strength)})</span>
      </p>
      {side.spans.map(({ quote, start }) => (
        <blockquote lang={source.language} key={start}>
          “{safeLine(quote)}”
        </blockquote>
      ))}
    </div>
  );
}

function LeftUnsaid({ unsaid, names }: { unsaid: readonly Unsaid[]; names: Names }) {
  return (
    <section class="group k-unsaid" id="s-unsaid">
      <h2>
        Left unsaid <span class="count">{unsaid.length}</span>
      </h2>
      <p class="meaning">Issues that matter here and that a text leaves out.</p>
      <ul class="unsaid">
        {unsaid.map(({ issue, by, because }) => (
          <li key={issue}>
            <strong>{safeLine(names.issue(issue))}</strong>: nothing from {safeLine(listed(by))}. {safeLine(because)}
          </li>
        ))}
      </ul>
    </section>
  );
}
