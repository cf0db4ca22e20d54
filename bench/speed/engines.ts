/** The engines that are measured side by side: each loads once and then reads one text at a time. */
import { builtParser, builtPipeline } from "./built-code.js";

/** Reads a text; what it found is counted, so that no engine can leave its work undone. */
type ReadText = (text: string) => number | Promise<number>;

interface Engine {
  title: string;
  does: string;
  /** Imports and prepares everything that the first text needs. */
  load: () => Promise<ReadText>;
}

export const ENGINES = {
  readout: {
    title: "Readout, all of it",
    does: "sentences, tags, dependency trees, quotations, acts with actors, attribution, veridicality, issues, scope",
    load: async () => {
      const { readActs, readSources } = await builtPipeline();
      return async (text) => {
        const documents = await readSources([{ id: "text", source: "-", bytes: Buffer.from(text) }]);
        return documents.reduce((sum, { value }) => sum + readActs(value).value.length, 0);
      };
    },
  },
  syntax: {
    title: "Readout, syntax alone",
    does: "sentences, tags, lemmas, dependency trees",
    load: async () => {
      const { parseText } = await builtParser();
      return (text) => parseText(text).length;
    },
  },
  compromise: {
    title: "compromise 14.17",
    does: "sentences, tags, quotations",
    load: async () => {
      const { default: nlp } = await import("compromise");
      return (text) => {
        const doc = nlp(text);
        const sentences = doc.sentences().length;
        const tagged = doc.termList().filter((term) => (term.tags?.size ?? 0) > 0).length;
        return sentences + tagged + doc.quotations().length;
      };
    },
  },
  wink: {
    title: "wink-nlp 2.4, bare",
    does: "sentences, tokens, tags",
    load: async () => {
      const { default: winkNLP } = await import("wink-nlp");
      const { default: model } = await import("wink-eng-lite-web-model");
      const nlp = winkNLP(model, ["sbd", "pos"]);
      return (text) => {
        const doc = nlp.readDoc(text);
        return doc.sentences().length() + doc.tokens().out(nlp.its.pos).length;
      };
    },
  },
} as const satisfies Record<string, Engine>;

export type EngineName = keyof typeof ENGINES;
