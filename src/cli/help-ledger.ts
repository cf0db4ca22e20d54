/** The names of the commands that keep dossiers -> their help texts. */

const WHERE = `  --dossier ID          Which dossier; may be left out where there is only one.`;
const JSON_AND_HELP = `  --json                One JSON object instead of the lines for the terminal.
  --help                Show this help.`;
const STORE = `The database is the PostgreSQL that comes with Readout, in READOUT_HOME, or the one that
DATABASE_URL names. READOUT_USER names who writes; READOUT_TOKEN narrows what may be done.`;

const DOSSIER = `Usage: readout dossier new ID [--title TITLE] [--conflict WATCHLIST] [--publish-unread]
       readout dossier add ID SOURCE…
       readout dossier put ID [--watch FILE] [--weighing FILE] [--forecasts FILE]
       readout dossier put ID --picture FILE --alt WORDS --caption WORDS --credit WORDS
       readout dossier show [ID] [--as-of DATE] [--known-at INSTANT]
       readout dossier list
       readout dossier example

A dossier holds the documents, acts, comparisons, agreements, incidents and forecasts of one
conflict or contact, and the ledger of what was promised. What the engine finds in a text
that is added waits for an editor (readout review). Agreements come with readout ledger
confirm --agreement; incidents, findings, weighings and forecasts with readout dossier put.

Options:
  --title TITLE         The title of a new dossier.
  --conflict WATCHLIST  The conflict it belongs to, by the id of its watchlist.
  --publish-unread      What the engine finds is published without an editor having read it.
  --watch FILE          What readout watch --json wrote, for "Is it holding?" and the map; its
                        agreement must be in the dossier (readout ledger confirm). Its
                        incidents are kept too.
  --weighing FILE       What readout weigh --json wrote.
  --forecasts FILE      A registry of readout forecast; what is about the dossier or one of its
                        agreements is kept.
  --picture FILE        A JPEG, PNG, WebP or AVIF of at most 2 MB for the head of the page, served
                        by Readout itself; shown when the page is published next.
  --as-of DATE          Everything as it stood at the end of that day.
  --known-at INSTANT    Only what had been written down by then.
  --published DATE, --participants LIST: as in readout read.
${JSON_AND_HELP}

${STORE}

Examples:
  readout dossier new call --title "The call of 18 March 2025" --conflict russia-ukraine
  readout dossier add call us=white-house.txt ru=kremlin.txt
  readout dossier put call --watch report.json --forecasts forecasts.ndjson
  readout dossier show call --as-of 2025-03-25
  readout dossier example
`;

const LEDGER = `Usage: readout ledger confirm ACT… | --agreement ID|FILE [--id ID] [--title TITLE] [--debtor LIST] [--creditor LIST]
       readout ledger show [COMMITMENT] [--as-of DATE]
       readout ledger status COMMITMENT SOURCE STATUS --document ID --quote WORDS
       readout ledger amend FILE.json --because WORDS
       readout ledger due [--days N] [--as-of DATE] [--ics FILE]
       readout ledger history [COMMITMENT]
       readout ledger verify [--root FILE]
       readout ledger root [--size N]
       readout ledger prove SEQ [--size N] | --from SIZE

What binds whom, until when, and what each side says of it. Nothing in it is ever altered:
each change is an event with its evidence, and each state is a replay of the events.

  confirm   acts of the dossier, each one source's reading, or an agreement (of the
            catalogue by its id, or your own AGREEMENT.yaml) become a commitment
  show      commitments with their dates under each reading and each source's status
  status    what a source says: proposed, conditional, accepted, in-force, suspended,
            lapsed, fulfilled, partly-fulfilled, breached, withdrawn or superseded
  amend     other terms, as a whole commitment in JSON (from show --json)
  due       what starts and lapses, and which readings disagree
  history   the events
  verify    every hash, signature, record and quote; names the first break
  root      one signed hash over all events, to be published
  prove     that an event is under the root, or that the ledger grew from an earlier one;
            verifier/verify.mjs checks it, with nothing but Node

Options:
${WHERE}
  --document ID, --quote WORDS   The evidence: exact words of a document of the dossier.
  --on DATE             When it took effect; today otherwise.
  --count DONE/OF       For partly-fulfilled, as in 120/175.
  --implementation N    0 not begun, 1 minimum, 2 intermediate, 3 full.
  --based-on SEQ        The event that you saw last; refused when somebody was faster.
  --days N              How far ahead; 30 otherwise.
  --ics FILE            The dates as a calendar; - for standard output.
${JSON_AND_HELP}

Examples:
  readout ledger confirm 4f1c02ab9d3e --debtor RUS,UKR
  readout ledger confirm --agreement energy-strikes-halt-2025
  readout ledger confirm --agreement truce.yaml
  readout ledger status energy-strikes-halt-2025 RUS accepted --document ru \\
    --quote "ordered the Russian military to observe it" --on 2025-03-18
  readout ledger due --as-of 2025-04-01 --ics deadlines.ics
  readout ledger verify --root published-root.json
`;

const REVIEW = `Usage: readout review [list]
       readout review publish KIND ID [--word WORD] [--status STATUS] [--note NOTE]
       readout review reject KIND ID [--note NOTE]

What engines found in the texts of the dossiers and no editor has read yet: acts,
comparisons, and later words (what a party's new act seems to do to a commitment).

Options:
${WHERE}
  --word WORD           For a later word: confirming, qualifying, denying or withdrawing,
                        where the engine took it for something else.
  --status STATUS       For a later word: the status that the party gives the commitment.
  --note NOTE           Why.
${JSON_AND_HELP}

Examples:
  readout review --dossier call
  readout review publish act 4f1c02ab9d3e
  readout review publish later-word halt:4f1c02ab9d3e --word denying --status withdrawn
`;

const ALERT = `Usage: readout alert add TARGET [--kinds LIST]
       readout alert list
       readout alert remove ID
       readout alert run [--every SECONDS] [--allow-private]

Tells of what happens in a dossier from now on. TARGET is an http(s) address or that of a
mailbox. Each alert is kept until it is taken: what fails is tried again at later runs, up
to 16 times in two days. readout serve sends what is due by itself, every few seconds;
without it, run it with --every, or from a timer.

A webhook gets the alert as JSON, with Readout-Delivery (the same when the same alert comes
again) and Readout-Signature: t=SECONDS,v1=HEX, the HMAC-SHA256 of "SECONDS.BODY" under the
secret that add tells once. Mail goes through READOUT_SMTP_URL, from READOUT_MAIL_FROM.

Options:
${WHERE}
  --every SECONDS       Go on and send what is due every so often; Ctrl+C ends it.
  --kinds LIST          Of lapse, status, silent-edit, denial, page; all of them otherwise.
  --allow-private       Send to addresses that are not on the public internet too.
${JSON_AND_HELP}

Examples:
  readout alert add https://example.org/hook --kinds lapse,denial
  readout alert add desk@example.org
  readout alert run
  readout alert run --every 60
`;

const USER = `Usage: readout user add NAME [--role ROLE] [--password-stdin]
       readout user change NAME [--role ROLE] [--password-stdin] [--disable|--enable]
       readout user list
       readout user audit

People who use the pages and the interface for programs. Roles: a reader sees what is
published; an analyst also what waits, and adds texts; an editor decides and keeps the
ledger; an admin also keeps people, tokens, alerts and imports. There is no default
password: one is made and told once, unless it comes from standard input.
audit lists the last reads of what was unpublished.

Options:
  --role ROLE           reader (otherwise), analyst, editor or admin.
  --password-stdin      Take the password from standard input, 12 characters at least.
${JSON_AND_HELP}

Examples:
  readout user add Edith --role editor
  readout user change Edith --disable
`;

const TOKEN = `Usage: readout token add USER [--scopes LIST] [--title TITLE] [--expires DATE]
       readout token list
       readout token revoke ID

A token lets a program act as a user, narrowed to scopes: read, read-unpublished, add,
edit, administer. It is told once; only a hash of it is kept.

Options:
  --scopes LIST         read otherwise.
  --title TITLE         What it is for.
  --expires DATE        When it ends; never otherwise.
${JSON_AND_HELP}

Examples:
  readout token add Edith --scopes read,add --title "nightly import" --expires 2027-01-01
  READOUT_TOKEN=rdo_… readout dossier list
`;

const EXPORT = `Usage: readout export --jsonl FILE [DOSSIER…]
       readout export --csv FILE|--parquet FILE [--table commitments|events] [DOSSIER]
       readout export --claim-review FILE [--publisher NAME] [--url ADDRESS] [DOSSIER]

JSON Lines hold everything: events with their seals, records and archived texts, and
readout import brings them back bit for bit. Tables have one row a commitment and
reading, with the ids of PA-X and UCDP, or one row an event. FILE may be - for standard
output.

Options:
  --table TABLE         commitments (otherwise) or events.
  --as-of DATE          Commitments as they stood at the end of that day.
  --publisher NAME      Who reviews the claims; Readout otherwise.
  --url ADDRESS         Where the dossier is published.
  --json                One JSON object on what was written, beside the FILE.
  --help                Show this help.

Examples:
  readout export --jsonl ledger.jsonl
  readout export --csv - --table events call
`;

const IMPORT = `Usage: readout import FILE.jsonl

Brings in the dossiers of a dump (readout export --jsonl), all or none: every hash,
signature, record and quote is verified first. A dossier that is there already is never
overwritten.

Options:
${JSON_AND_HELP}

Examples:
  readout import ledger.jsonl
`;

/** Help by command. */
export const LEDGER_HELP: Record<string, string> = {
  dossier: DOSSIER,
  ledger: LEDGER,
  review: REVIEW,
  alert: ALERT,
  user: USER,
  token: TOKEN,
  export: EXPORT,
  import: IMPORT,
};
