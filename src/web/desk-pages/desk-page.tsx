/** What an editor's page holds -> the document around it: who is signed in, and a way out. */
import type { ComponentChildren } from "preact";
import type { Person } from "../desk.js";
import { type PageContext, renderPage } from "../parts/page.js";
import { shown } from "../parts/shown.js";

export interface DeskHead {
  title: string;
  islands?: readonly string[];
  layout?: string;
  extra?: ComponentChildren;
}

export function deskPage(context: PageContext, person: Person | null, head: DeskHead, body: ComponentChildren): string {
  const { t } = context.reader;
  return renderPage(
    context,
    { description: head.title, path: "/desk/", unlisted: true, ...head, layout: `desk ${head.layout ?? "column"}` },
    <>
      {person && (
        <div class="desk-bar">
          <a href="/desk/">{t("desk")}</a>
          <form method="post" action="/desk/sign-out/">
            <span>{shown(person.name)}</span> <button type="submit">{t("sign-out")}</button>
          </form>
        </div>
      )}
      {body}
    </>,
  );
}

/** A line above a form that says what did not work. */
export function Fault({ message }: { message: string | null }) {
  return message === null ? null : (
    <p class="fault" role="alert">
      {shown(message)}
    </p>
  );
}
