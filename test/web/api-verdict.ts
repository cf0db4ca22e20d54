/** An answer of the API -> status, body, and the code of its problem; fails where a problem has not the one shape (RFC 9457). */
import { expect } from "vitest";

export async function verdictOf(answer: Response) {
  const text = await answer.text();
  const { status } = answer;
  // biome-ignore lint/suspicious/noExplicitAny: what a program gets has whatever shape the test expects of it
  const body: any = text === "" ? null : JSON.parse(text);
  if (status < 400) return { status, body, code: null };
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  expect(Object.keys(body).sort()).toEqual(["detail", "status", "title", "type"]);
  expect(body.status).toBe(status);
  return { status, body, code: String(body.type).replace("urn:readout:problem:", "") };
}
