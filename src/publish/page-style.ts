/** The comparison page's one style sheet: light and dark, wide, phone and paper. Kinds differ in line as well as hue. */

/** Hues after Okabe and Ito's palette for colour-blind readers, as tints; contrast of text on them is over 7:1. */
export const PAGE_STYLE = `
:root{--ground:#fbfaf7;--card:#fff;--ink:#1c1d20;--faint:#5a5e66;--line:#d9d6cf;--link:#0b4f8a;--lit:#ffe58a;
--both:#d8efe6;--both-line:#00805c;--differs:#fbe8c4;--differs-line:#9a6400;--contradicts:#fbd9c8;--contradicts-line:#b23c00;
--only:#d9e8f7;--only-line:#0a62a3;--some:#eadff0;--some-line:#7a3f96}
@media (prefers-color-scheme:dark){:root{--ground:#16171a;--card:#1f2125;--ink:#eceae4;--faint:#a9adb5;--line:#3a3d44;--link:#8fc4f2;--lit:#6b5600;
--both:#123a2e;--both-line:#4fc7a0;--differs:#44330c;--differs-line:#e8ac3a;--contradicts:#4d2410;--contradicts-line:#ff9466;
--only:#16344f;--only-line:#7fbcf0;--some:#3a2747;--some-line:#cf9be8}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem;z-index:2}
header{padding:1.25rem clamp(1rem,3vw,2rem) .75rem;border-bottom:1px solid var(--line)}
h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.2rem);line-height:1.15;margin:0 0 .75rem;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.1rem;margin:0}h3{font-size:1rem;margin:0;font-weight:600}
.sources{list-style:none;margin:0 0 .5rem;padding:0;display:grid;gap:.5rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.sources span{display:block}.title{font-style:italic}.facts,.meaning,.strength,summary{color:var(--faint);font-size:.9rem}
details p{max-width:46rem;margin:.5rem 0 0}summary{cursor:pointer}
main{padding:0 clamp(1rem,3vw,2rem) 3rem}
.filters{border:0;margin:0;padding:.75rem 0;display:flex;flex-wrap:wrap;gap:.4rem}
.filters legend{position:absolute;left:-99rem}
.filters label{cursor:pointer}.filters input{position:absolute;opacity:0}
.filters label>span{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:.2rem .75rem;background:var(--card);font-size:.9rem}
.filters label:not(.k-all)>span{border-left:6px solid var(--edge)}
.filters input:checked+span{background:var(--ink);color:var(--ground)}
.filters input:focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
.count{font-variant-numeric:tabular-nums;opacity:.75;font-weight:400}
.group{margin:1rem 0 1.75rem;--tint:var(--card);--edge:var(--line)}
.k-both{--tint:var(--both);--edge:var(--both-line)}.k-differs{--tint:var(--differs);--edge:var(--differs-line)}
.k-contradicts{--tint:var(--contradicts);--edge:var(--contradicts-line)}.k-only{--tint:var(--only);--edge:var(--only-line)}.k-some{--tint:var(--some);--edge:var(--some-line)}
.group>h2{border-bottom:3px solid var(--edge);padding-bottom:.2rem}.meaning{margin:.25rem 0 .5rem}
.item{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--edge);border-radius:.4rem;padding:.6rem .8rem;margin:.6rem 0;break-inside:avoid}
.item:target,.item[data-on]{border-color:var(--edge);box-shadow:0 0 0 2px var(--edge)}
.item h3 a{color:inherit;text-decoration:none}.item h3 a:hover{text-decoration:underline}
.number{color:var(--faint);font-variant-numeric:tabular-nums;margin-right:.5rem;font-weight:400}
.relation{display:inline-block;background:var(--tint);border-radius:.25rem;padding:0 .4rem;font-size:.8rem;font-weight:500;margin-left:.5rem}
.differences{margin:.3rem 0;padding-left:1.2rem}
.sides{display:grid;gap:.5rem 1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));margin-top:.35rem;font-size:.95rem}
.side p{margin:0}.where{font-weight:600}
blockquote{margin:.15rem 0 0;padding-left:.6rem;border-left:3px solid var(--line);font-family:Georgia,"Times New Roman",serif}
.unsaid{padding-left:1.2rem}.unsaid li{margin:.3rem 0}
#texts{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));align-items:start}
.text{background:var(--card);border:1px solid var(--line);border-radius:.4rem;min-width:0}
.text h2{padding:.6rem .9rem;border-bottom:1px solid var(--line);font-size:1rem}
.words{position:relative;padding:.8rem .9rem;white-space:pre-wrap;font:1.02rem/1.65 Georgia,"Times New Roman",serif}
mark{color:inherit;background:var(--tint);padding:.08em 0;text-decoration:underline 2px var(--edge);text-underline-offset:.2em;text-decoration-skip-ink:none;cursor:pointer}
mark.k-differs{text-decoration-style:dashed}mark.k-contradicts{text-decoration-style:wavy;text-decoration-thickness:1.5px}mark.k-only{text-decoration-style:dotted}mark.k-some{text-decoration-style:double;text-decoration-thickness:1px}
mark[data-on],mark:has(.ref:target){background:var(--lit)}
.ref{font:600 .68rem/1 system-ui,sans-serif;vertical-align:.45em;text-decoration:none;padding:.1em .25em;margin-right:.1em;user-select:none;scroll-margin:30vh}
@media (min-width:68rem){
main{display:grid;grid-template-columns:minmax(23rem,2fr) 3fr;gap:0 1.75rem}
#texts{position:sticky;top:0;height:100vh;padding:1rem 0;grid-template-rows:minmax(0,1fr);grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:minmax(15rem,1fr);overflow-x:auto;align-items:start}
.text{display:flex;flex-direction:column;max-height:100%}.words{overflow-y:auto;min-height:0}}
@media print{body{background:#fff;color:#000;font-size:10pt}.filters,.skip,details{display:none}main{display:block}
#texts{position:static;height:auto;display:block}.text{display:block;border:0;break-before:page}.words{overflow:visible}mark,.relation{print-color-adjust:exact}}
`;

/** Rules that hide, by the chosen filter alone, the other sections and the look of their marks. */
export function filterStyle(keys: readonly string[]): string {
  const rules = keys.map((key) => {
    const chosen = `main:has(#f-${key}:checked)`;
    return `${chosen} .group:not(#s-${key}){display:none}${chosen} mark:not(.s-${key}){background:none;text-decoration:none}${chosen} mark:not(.s-${key}) .ref{display:none}`;
  });
  return `@media screen{${rules.join("\n")}}\n`;
}
