/** The watch page's one style sheet: light and dark, wide, phone and paper. */
export const WATCH_STYLE = `
:root{--ground:#fbfaf7;--card:#fff;--ink:#1c1d20;--faint:#5a5e66;--line:#d9d6cf;--link:#0b4f8a;--fell:#00805c;--rose:#b23c00;--tell:#9a6400;--none:#0a62a3}
@media (prefers-color-scheme:dark){:root{--ground:#16171a;--card:#1f2125;--ink:#eceae4;--faint:#a9adb5;--line:#3a3d44;--link:#8fc4f2;--fell:#4fc7a0;--rose:#ff9466;--tell:#e8ac3a;--none:#7fbcf0}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem;z-index:2}
header,main,footer{padding:1rem clamp(1rem,3vw,2rem);max-width:72rem;margin:0 auto}
.kicker{margin:0;color:var(--faint)}h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.2rem);line-height:1.15;margin:0 0 .75rem;text-wrap:balance}
h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}h3{font-size:1rem;margin:0}
.feeds{color:var(--faint);font-size:.9rem;padding-left:1.2rem;margin:0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:normal;min-width:5rem}
thead th{color:var(--faint);font-weight:600}.n{text-align:right;font-variant-numeric:tabular-nums;min-width:4rem}
small{display:block;color:var(--faint)}
.s-covered{border-left:4px solid var(--rose);padding-left:.5rem}.s-uncertain{border-left:4px dashed var(--tell);padding-left:.5rem}.s-notCovered{padding-left:.5rem;color:var(--faint)}
.change{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--edge);border-radius:.4rem;padding:.6rem .9rem;margin:.6rem 0;break-inside:avoid}
.change p,.change ul{margin:.3rem 0 0}.change ul{padding-left:1.2rem;font-size:.92rem}.because{color:var(--faint);font-size:.92rem}
.verdict{display:inline-block;border:1px solid var(--edge);border-radius:.25rem;padding:0 .45rem;margin-left:.4rem;color:var(--edge)}
.v-fell{--edge:var(--fell)}.v-rose{--edge:var(--rose)}.v-cannot-tell{--edge:var(--tell)}.v-no-clear-change{--edge:var(--none)}
figure{margin:.75rem 0}figcaption{color:var(--faint);font-size:.9rem}figure svg,.map svg{width:100%;max-width:44rem;height:auto;display:block}
footer{color:var(--faint);font-size:.9rem}
@media print{body{background:#fff;color:#000;font-size:10pt}.skip{display:none}}
`;
