/** An Explainer -> the page people read: the two questions, answered in order, each line with its words and their place. */
import type { Explainer, SectionId } from "../../model/explainer.js";
import { SECTIONS } from "../../model/explainer.js";
import { CARD_HEIGHT, CARD_WIDTH } from "../../publish/social-card.js";
import { structuredData } from "../../publish/structured-data.js";
import { Contents } from "../parts/contents.js";
import { Line } from "../parts/line.js";
import type { PageContext, PageHead } from "../parts/page.js";
import { renderPage } from "../parts/page.js";
import { PointsPicture } from "../parts/points-picture.js";
import { shown } from "../parts/shown.js";
import { Tools } from "../parts/tools.js";
import type { SiteDossier } from "../site.js";
import { ExplainerHead } from "./explainer-head.js";
import { Agreed, Limits, Unsaid } from "./explainer-sections.js";
import { HoldingSection } from "./holding-section.js";
import { LastingSection } from "./lasting.js";
import { Others } from "./others.js";

/** A preview is not listed and says that it is one. */
export function explainerPage(context: PageContext, dossier: SiteDossier, as: "page" | "preview" = "page"): string {
  const { explainer } = dossier;
  // What is not public yet is shown to editors alone, from an address of theirs.
  const pictures = `${as === "preview" ? "/desk" : ""}/dossiers/${explainer.dossier}/pictures/`;
  const head: PageHead = {
    title: explainer.headline,
    description: explainer.standfirst,
    path: `/dossiers/${explainer.dossier}/`,
    dossier: { id: explainer.dossier, page: "explainer" },
    layout: "explainer",
    unlisted: as === "preview",
    islands: ["explainer"],
    isFramed: as === "page",
    extra: as === "page" && <Elsewhere context={context} dossier={dossier} />,
  };
  return renderPage(
    context,
    head,
    <>
      {as === "preview" && (
        <p class="fault">
          {context.reader.t("preview-note")}{" "}
          <a href={`/desk/dossiers/${explainer.dossier}/write/`}>{context.reader.t("write")}</a>
        </p>
      )}
      {as === "preview" && !explainer.edition.picture && <p class="empty">{context.reader.t("picture-none")}</p>}
      <ExplainerBody context={context} dossier={dossier} pictures={pictures} />
    </>,
  );
}

interface BodyProps {
  context: PageContext;
  dossier: SiteDossier;
  /** Where pictures are served. */
  pictures: string;
}

function ExplainerBody({ context, dossier, pictures }: BodyProps) {
  const { explainer } = dossier;
  const { reader } = context;
  return (
    <>
      <ExplainerHead explainer={explainer} reader={reader} />
      <Tools context={context} dossier={explainer.dossier} />
      <div class="with-contents">
        <Contents reader={reader} entries={SECTIONS.map((id) => ({ id, title: reader.t(`section-${id}`) }))} />
        <div class="story">
          <Photograph dossier={dossier} from={pictures} reader={reader} />
          <PointsPicture explainer={explainer} reader={reader} />
          {SECTIONS.map((id) => (
            <section class="part" id={id} aria-labelledby={`${id}-title`} key={id}>
              <h2 id={`${id}-title`}>{reader.t(`section-${id}`)}</h2>
              {explainer.notes[id] && (
                // Made by publish/explainer/editor-words.ts, which lets no HTML of an editor's through.
                <div class="notes" lang="en" dir="auto" dangerouslySetInnerHTML={{ __html: explainer.notes[id]! }} />
              )}
              <SectionBody id={id} dossier={dossier} reader={reader} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

/** The editor's picture, from our own address; without one the graphic of points is the picture of the page. */
function Photograph({
  dossier: { explainer, pictures },
  from,
  reader,
}: {
  dossier: SiteDossier;
  from: string;
  reader: PageContext["reader"];
}) {
  const { picture } = explainer.edition;
  const file = picture && pictures.get(picture.url);
  if (!picture || !file) return null;
  return (
    <figure class="photograph">
      <img
        src={`${from}${picture.url}`}
        width={file.width}
        height={file.height}
        alt={shown(picture.alt)}
        lang="en"
        fetchpriority="high"
      />
      <figcaption>
        <span lang="en" dir="auto">
          {shown(picture.caption)}
        </span>{" "}
        <span class="credit">{reader.t("picture-credit", { credit: shown(picture.credit) })}</span>
      </figcaption>
    </figure>
  );
}

/** What feed readers, search engines and those who share the address find. */
function Elsewhere({ context: { origin }, dossier }: { context: PageContext; dossier: SiteDossier }) {
  const { id, explainer, commitments, names } = dossier;
  const address = `${origin}/dossiers/${id}/`;
  const data = structuredData(explainer, commitments, { address, names });
  return (
    <>
      <link rel="alternate" type="application/rss+xml" href={`${address}rss.xml`} />
      <link rel="alternate" type="application/atom+xml" href={`${address}atom.xml`} />
      <link rel="alternate" type="application/feed+json" href={`${address}feed.json`} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={shown(explainer.headline)} />
      <meta property="og:description" content={shown(explainer.standfirst)} />
      <meta property="og:url" content={address} />
      <meta property="og:image" content={`${address}card.png`} />
      <meta property="og:image:width" content={String(CARD_WIDTH)} />
      <meta property="og:image:height" content={String(CARD_HEIGHT)} />
      <meta name="twitter:card" content="summary_large_image" />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
    </>
  );
}

interface SectionProps {
  id: SectionId;
  explainer: Explainer;
  reader: PageContext["reader"];
}

function SectionBody({ id, dossier, reader }: Omit<SectionProps, "explainer"> & { dossier: SiteDossier }) {
  const { explainer } = dossier;
  if (id === "agreed") return <Agreed explainer={explainer} reader={reader} />;
  if (id === "unsaid") return <Unsaid explainer={explainer} reader={reader} />;
  if (id === "others") return <Others explainer={explainer} reader={reader} />;
  if (id === "holding") return <HoldingSection dossier={dossier} reader={reader} />;
  if (id === "lasting") return <LastingSection dossier={dossier} reader={reader} />;
  if (id === "limits") return <Limits explainer={explainer} reader={reader} />;
  return <Lines id={id} explainer={explainer} reader={reader} />;
}

function Lines({ id, explainer, reader }: SectionProps & { id: "differ" | "conditions" }) {
  const numbers = explainer[id];
  if (numbers.length === 0) return <p class="empty">{reader.t(`empty-${id}`)}</p>;
  const lines = explainer.lines.filter(({ number }) => numbers.includes(number));
  return (
    <>
      <p class="lead">
        {reader.t(`lead-${id}`, {
          count: lines.length,
          names: reader.list(explainer.sources.map(({ name }) => shown(name))),
        })}
      </p>
      {lines.map((line) => (
        <Line line={line} explainer={explainer} reader={reader} anchor={`${id}-`} key={line.number} />
      ))}
    </>
  );
}
