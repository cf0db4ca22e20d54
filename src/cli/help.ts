/** The name of a command -> its help text. docs/cli.md is written from these. */
import { FLOW } from "../flow.js";
import { LEDGER_HELP } from "./help-ledger.js";
import { WATCH_HELP } from "./watch-help.js";
import { weighHelp } from "./weigh-help.js";

/** Commands in the order of the data's way. */
export const COMMANDS = [
  "read",
  "compare",
  "eval",
  "follow",
  "changes",
  "archive",
  "dossier",
  "ledger",
  "review",
  "alert",
  "user",
  "token",
  "export",
  "import",
  "serve",
  "weigh",
  "history",
  "forecast",
  "watch",
  "publish",
] as const;

const STAGES = FLOW.map(({ stage, output }) => `  ${stage.padEnd(12)}${output}`).join("\n");

const EXIT_CODES = `Exit codes:
  0  done
  1  failed
  2  wrong usage
  3  done, but some sources or records were bad; each is named on standard error`;

const SOURCE = `A SOURCE is an http(s) address, the path of a web page, a PDF, a Markdown or a plain
text file in English (at most 10 MB), or - for standard input. ID=SOURCE gives it a
name; a country's ISO code tells who speaks (us=, ru=, ind=). Without one the file's or
the host's name is its id.`;

const FETCHING = `  --archive DIR         Where fetched versions are kept. Otherwise READOUT_ARCHIVE, or
                        readout/archive among the user's data.
  --no-archive          Keep nothing of what is fetched.
  --allow-private       Fetch from addresses that are not on the public internet too.`;

const ENGINE = `  --engine ENGINE       rules (the default; offline) or llm, a language model at the
                        OpenAI-compatible endpoint that READOUT_LLM_BASE_URL,
                        READOUT_LLM_MODEL and READOUT_LLM_KEY name. Texts are sent there.
  --draft               The sources are unpublished drafts: they are sent only where
                        READOUT_LLM_DRAFTS names the endpoint.`;

const COMMON = `  --published DATE      When the sources were published (2025, 2025-03 or 2025-03-18);
                        tells who held which office. Taken from the text otherwise.
  --participants LIST   Who took part in the contact, as in us,ru. Taken from the text
                        otherwise.
  --help                Show this help.`;

export const OVERVIEW = `Readout: what has each side actually agreed to?

Usage:
  readout read SOURCE…                        what a text says was agreed, demanded, refused
  readout compare ID=SOURCE ID=SOURCE…        what two or more texts on one contact share,
                                              how they differ, and what they leave unsaid
  readout compare SOURCE --by attribution     the same for the voices in one report
  readout dossier new|add|show|list           what is kept on one conflict or contact
  readout ledger confirm|show|status|due|…    what binds whom, until when, and what each
                                              side says of it
  readout review                              what engines found, for an editor to decide
  readout alert add|list|remove|run           who is told when something lapses or changes
  readout user, readout token                 people, their rights, tokens for programs
  readout export, readout import              dossiers as JSON Lines, CSV, Parquet, ClaimReview
  readout follow PUBLISHER…                   fetch what is new with publishers, for good
  readout changes                             texts that were quietly changed, and how
  readout archive list|text|warc              what was kept, and for other archives
  readout compare --report SOURCE ID=SOURCE…  where a report drifts from the readouts
  readout weigh AGREEMENT.yaml                what became of agreements like this one, with
                                              intervals, bounds and caveats
  readout history FILE                        what a file of past agreements holds
  readout forecast add|resolve|list|score|…   what others predict, and how they fared
  readout watch AGREEMENT --incidents FEED=FILE…
                                              what each reading of a truce covers, and whether
                                              anything changed before, during and after it
  readout serve [FOLDER]                      the pages of dossiers, and the desk, in a browser
  readout publish --out DIR [FOLDER]          the same pages as files for any web server
  readout eval DIR                            how well an engine does on texts marked by hand
  readout COMMAND --help                      options and examples
  readout --version

Examples:
  readout read us.txt
  readout compare us=white-house.txt ru=kremlin.md

How a text is read:
${STAGES}

Every line that is printed carries the exact words it stands on. The network is used
for the addresses that you give, and for nothing else.

${EXIT_CODES}
`;

const READ = `Usage: readout read [options] SOURCE…

Finds the acts in texts: who agreed, proposed, demanded, rejected… what, according to
whom, how surely and how firmly, with the exact words.

${SOURCE}

Options:
  --json                One JSON object an act and line (NDJSON) instead of the table.
${ENGINE}
${COMMON}

Fetching:
${FETCHING}

Examples:
  readout read us.txt
  readout read us=white-house.html ru=kremlin.pdf --json
  readout read https://example.org/readout-of-the-call
  pbpaste | readout read fr=- --published 2024-05-12

${EXIT_CODES}
`;

const COMPARE = `Usage: readout compare [options] ID=SOURCE ID=SOURCE…
       readout compare [options] SOURCE --by attribution
       readout compare [options] --report SOURCE ID=SOURCE…

Sets two or more texts on one contact side by side: what all say, what differs and how,
what contradicts, what only one says, and what is left unsaid, each with the exact words.
With --by attribution it sets the voices in one report against each other: what the report
says itself, what it lays to each side, to others, and what it says was left unsaid.
With --report it tells, item by item, where a report widens, narrows, hardens, softens,
reverses, mis-attributes, drops or adds to what the readouts say, with both sets of words.

${SOURCE}

Options:
  --json                One JSON object instead of the view for the terminal.
  --markdown            Markdown tables.
  --csv                 One row an item and source.
  --html FILE           Write one self-contained page with the texts side by side; alone
                        or beside one of the above.
  --by attribution      One SOURCE; each voice in it is a source.
  --report SOURCE       The report that is set against the other sources, its readouts.
  --watchlist ID        The list of issues whose silence is news. Otherwise those whose
                        parties match the sources.
${ENGINE}
  --engine rules,llm    Where the two engines differ on the sources, and why each
                        thinks so.
${COMMON}

Fetching:
${FETCHING}

Examples:
  readout compare us=white-house.txt ru=kremlin.md
  readout compare us=https://example.org/call ru=https://example.net/call
  readout compare us=us.txt ru=ru.txt --html page.html
  readout compare ru=ru.txt az=az.txt am=am.txt --json > comparison.json
  readout compare article.txt --by attribution
  readout compare --report article.txt us=us.txt ru=ru.txt
  readout compare us=us.txt ru=ru.txt --engine rules,llm

${EXIT_CODES}
`;

const WHERE = `  --archive DIR         The archive. Otherwise READOUT_ARCHIVE, or readout/archive among the
                        user's data.`;

const FOLLOW = `Usage: readout follow [options] PUBLISHER…

Fetches what is new with publishers of the catalogue into the archive, and looks again at
texts of the last weeks, since that is when they are quietly changed. It keeps to
robots.txt and to a pace a host, asks only for what has changed, tries again where that
helps, and takes up where it was stopped. A page that no longer fits its catalogue entry
is told and never taken for a text.

Options:
  --all                 All publishers of the catalogue.
  --list                Show the publishers there are, with the terms of their texts.
  --sources FILE        Further publishers, as YAML in the form of catalog/sources.
  --since DATE          Leave texts alone that their list dates earlier.
  --most N              At most so many new texts a publisher and run (100).
  --pause SECONDS       Between two requests to a host (2), unless it asks for more.
${WHERE}
  --allow-private       Fetch from addresses that are not on the public internet too.
  --json                One JSON object a text and line (NDJSON).
  --help                Show this help.

Examples:
  readout follow white-house kremlin
  readout follow --all --since 2025-03-01
  readout follow our-ministry --sources publishers.yaml --json

${EXIT_CODES}
`;

const CHANGES = `Usage: readout changes [options] [ADDRESS…]

Lists the texts in the archive that were changed after they were published: the words that
went and came (white space and markup do not count), and which acts appeared, vanished,
weakened or hardened with them.

Options:
  --since DATE          Edits that were seen from that day on.
  --publisher ID        Of one publisher.
${WHERE}
  --json                One JSON object an edit and line (NDJSON).
  --help                Show this help.

Examples:
  readout changes --since 2025-03-18
  readout changes https://example.org/readout-of-the-call --json

${EXIT_CODES}
`;

const ARCHIVE = `Usage: readout archive list [ADDRESS…]
       readout archive text SHA256|ADDRESS
       readout archive warc FILE [ADDRESS…]

Shows the versions that were kept, prints the clean text of one, or writes them as a WARC
file (ISO 28500) that other web archives take in.

Options:
${WHERE}
  --json                list: one JSON object a version and line (NDJSON).
  --help                Show this help.

Examples:
  readout archive list
  readout archive text https://example.org/readout-of-the-call
  readout archive warc readouts.warc.gz

${EXIT_CODES}
`;

const PUBLISH = `Usage: readout publish [options] --out DIR [FOLDER]

Writes the whole public side as files that any web server or CDN can serve: the same
pages, feeds, cards and data that readout serve answers with, byte for byte. With a FOLDER
that holds a dossier.yaml it writes that dossier alone.

Options:
  --out DIR             Folder to write to; made where it is missing.
  --public-url URL      Where readers will reach the files; READOUT_PUBLIC_URL in the
                        environment otherwise, else http://localhost:4173.
  --help                Show this help.

Examples:
  readout publish --out public --public-url https://readout.example.org
  readout publish --out public my-dossier

${EXIT_CODES}
`;

const SERVE = `Usage: readout serve [options] [FOLDER]

Shows dossiers in a browser: the explainer, the texts side by side, the sources; and, at
/desk/, where editors make them: two addresses to a comparison, a queue to confirm, a page
to write and publish. An empty store begins with the bundled example. With a FOLDER that
holds a dossier.yaml it shows that one alone, without a store. Alerts (readout alert) go
out by themselves while it runs. Ends with Ctrl+C.

Options:
  --port N              Port to listen on; PORT in the environment otherwise, else 4173.
                        0 takes a free one.
  --host ADDRESS        Address to listen on: 127.0.0.1, this machine alone, without it.
  --allow-private       Let editors fetch from addresses of this network too.
  --public-url URL      Where readers reach the pages, for feeds and links that leave them;
                        READOUT_PUBLIC_URL in the environment otherwise.
  --help                Show this help.

Examples:
  readout serve
  readout serve my-dossier --port 8080
  PORT=80 readout serve --host 0.0.0.0 --public-url https://readout.example.org

${EXIT_CODES}
`;

const EVAL = `Usage: readout eval [options] DIR

Scores an engine on texts that you marked by hand, so that you can measure it before you
trust it: what it finds, what of it is worth printing, what it puts together, and how
often it is right on the kind of act and on how the sides relate, relation by relation,
with 95 % intervals over events. Probes tell what changes when only the labels do.

DIR holds one folder an event: gold.json and the texts that it names, in the shape that
docs/evaluation.md describes; corrected comparisons export to it.

Options:
  --json                One JSON object instead of the tables.
  --seed N              Seed of the resampling, 1 without it: the same seed, the same
                        intervals.
  --resamples N         How often events are drawn, 1000 without it.
  --no-probes           Leave the probes out: a third of the work.
${ENGINE}
  --help                Show this help.

Examples:
  readout eval marked
  readout eval marked --engine llm --json > llm.json

${EXIT_CODES}
`;

const HELP = new Map([
  ["watch", WATCH_HELP],
  ["read", READ],
  ["compare", COMPARE],
  ["eval", EVAL],
  ["follow", FOLLOW],
  ["changes", CHANGES],
  ["archive", ARCHIVE],
  ...Object.entries(weighHelp(EXIT_CODES)),
  ...Object.entries(LEDGER_HELP),
  ["serve", SERVE],
  ["publish", PUBLISH],
]);

/** The overview for a name that is no command. */
export function helpFor(name: string | undefined): string {
  return HELP.get(name ?? "") ?? OVERVIEW;
}
