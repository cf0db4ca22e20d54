/** The library: one function a stage, the compiled engine's parts that they take, and the records they pass on. */
export { loadCatalog } from "./catalog/load-catalog.js";
export { compareActs } from "./comparison/compare-acts.js";
export { readDocument } from "./documents/read-document.js";
export { FLOW } from "./flow.js";
export * from "./model/act.js";
export * from "./model/agreement.js";
export * from "./model/catalog.js";
export * from "./model/comparison.js";
export * from "./model/document.js";
export * from "./model/problem.js";
export * from "./model/span.js";
export { compareDocuments, readActs, readSources } from "./pipeline.js";
export { publishComparison } from "./publish/publish-comparison.js";
export { findActs } from "./statements/find-acts.js";
export { compileLexicon } from "./statements/lexicon.js";
