/** The weighing page's one style sheet: light and dark, phone and paper. Answers differ in words as well as hue. */
export const WEIGHING_STYLE = `
:root{--ground:#fbfaf7;--card:#fff;--ink:#1c1d20;--faint:#5a5e66;--line:#d9d6cf;--good:#00694a;--bad:#a33200;--warn:#7a5000}
@media (prefers-color-scheme:dark){:root{--ground:#16171a;--card:#1f2125;--ink:#eceae4;--faint:#a9adb5;--line:#3a3d44;--good:#4fc7a0;--bad:#ff9466;--warn:#e8ac3a}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:1.25rem clamp(1rem,3vw,2rem) 3rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
.kicker{margin:0;color:var(--faint)}h1{margin:.1rem 0 .5rem;font-size:clamp(1.5rem,1.1rem + 1.6vw,2.2rem);line-height:1.15;text-wrap:balance}
h2{font-size:1.25rem;margin:2rem 0 .5rem;border-top:1px solid var(--line);padding-top:1rem}h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0 .5rem}.n{font-weight:400;color:var(--faint)}.faint,footer,caption{color:var(--faint);font-size:.9rem}
img{display:block;max-width:100%;height:auto;border:1px solid var(--line);background:#fff;margin:.5rem 0}
table{border-collapse:collapse;margin:.5rem 0 1rem;font-variant-numeric:tabular-nums;background:var(--card)}
caption{text-align:left;padding-bottom:.25rem}th,td{border:1px solid var(--line);padding:.25rem .6rem;text-align:left}thead th{font-weight:600}
dl{margin:0}dl div{border-left:4px solid var(--line);padding:.1rem 0 .1rem .75rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0}
.yes{border-color:var(--good)}.no{border-color:var(--bad)}.differs{border-color:var(--warn)}
blockquote{margin:.5rem 0;padding-left:.75rem;border-left:4px solid var(--line)}
@media print{body{background:#fff;color:#000}section{break-inside:avoid}}
`;
