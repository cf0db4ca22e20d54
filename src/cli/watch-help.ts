/** The help of `readout watch`, which `help.ts` shows. */
export const WATCH_HELP = `Usage: readout watch [options] AGREEMENT --incidents FEED=FILE…

Matches incidents against the terms of an agreement under every reading of it: what is
covered, not covered or uncertain and why; by party, as a range over the readings; and
what changed before, during and after, with a verdict only where the feed can tell.

AGREEMENT is a YAML file (docs/contract.md), or the id of one in the catalogue.
FEED=FILE is a CSV, Parquet or JSON file of a feed of the catalogue, or of a mapping of
your own, or the http(s) address of one (at most 150 MB); without FEED= the columns tell
which feed it is. Where a feed has a second file of labels (VIINA), give that too, or as
FEED-labels=FILE.

Options:
  --incidents FEED=FILE A feed's file; may be given several times, or more files after it.
  --mapping FILE        A YAML file that describes a feed of your own: which column says
                        what. It has the form of the entries in catalog/feeds.
  --json                One JSON object instead of the view for the terminal.
  --html FILE           Write one self-contained page with charts, a map and every finding.
  --chart FILE          Write the chart of counts a day as SVG.
  --map FILE            Write the map of the incidents as SVG.
  --live                Go on reading the files as they grow, ask addresses whether they have
                        changed, and print each finding as it comes (with --json one object
                        a line). Addresses are asked politely: robots.txt, a pace a host,
                        only for what is new, and less often after each failure.
  --every SECONDS       How often --live looks (30).
  --limit N             How many findings are listed (1000).
  --store FILE          Keep the incidents in this file; a second run reads only what is new.
  --memory MB           Most memory that the database takes (500).
  --allow-private       Ask addresses of private networks too.
  --help                Show this help.

Rows that cannot be read are skipped, counted, and written beside the feed's file with
the reason (FILE.skipped.ndjson).

INCIDENTS_URL in the environment names ClickHouse nodes in which the matching is done, as
in http://USER:PASSWORD@HOST:8123/?cluster=NAME; several with commas. Without it DuckDB
does it, in this process.

Examples:
  readout watch easter-truce-2025 --incidents air-raid-alerts=alerts.csv
  readout watch truce.yaml --incidents alerts.csv strikes.csv --json > watch.json
  readout watch truce.yaml --incidents alerts.csv --html page.html --map map.svg
  readout watch truce.yaml --store watch.duckdb --incidents alerts.csv --live
  readout watch truce.yaml acled=https://data.example/events.csv --live --every 600
  readout watch truce.yaml --mapping my-feed.yaml --incidents my-feed=rows.csv

Exit codes:
  0  done
  1  failed
  2  wrong usage
  3  done, but some sources or records were bad; each is named on standard error
`;
