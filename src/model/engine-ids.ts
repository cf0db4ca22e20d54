/** The engines that there are. Apart from the schemas, which a command that reads with the rules never loads. */

export const ENGINES = ["rules", "llm"] as const;
export type EngineId = (typeof ENGINES)[number];
