/** Nobody yet -> the forms by which an editor signs in, or the first person of an installation is made. */
import type { PageContext } from "../parts/page.js";
import { deskPage, Fault } from "./desk-page.js";

/** `fault` is an id of the interface's texts. */
export function signInPage(context: PageContext, fault: string | null): string {
  const { t } = context.reader;
  return deskPage(
    context,
    null,
    { title: t("sign-in") },
    <>
      <h1>{t("sign-in")}</h1>
      <Fault message={fault && t(fault)} />
      <form method="post" action="/desk/sign-in/" class="form">
        <Credentials context={context} password="current-password" />
        <button type="submit" class="primary">
          {t("sign-in")}
        </button>
      </form>
    </>,
  );
}

/** `fault` is a message, or an id of the interface's texts. */
export function firstPage(context: PageContext, code: string, fault: string | null): string {
  const { t, has } = context.reader;
  return deskPage(
    context,
    null,
    { title: t("first-title") },
    <>
      <h1>{t("first-title")}</h1>
      <p class="standfirst">{t("first-lead")}</p>
      <Fault message={fault !== null && has(fault) ? t(fault) : fault} />
      <form method="post" action="/desk/first/" class="form">
        <label>
          <span>{t("first-code")}</span>
          <input name="code" required value={code} autocomplete="off" />
        </label>
        <Credentials context={context} password="new-password" />
        <button type="submit" class="primary">
          {t("first-make")}
        </button>
      </form>
    </>,
  );
}

function Credentials({ context: { reader }, password }: { context: PageContext; password: string }) {
  return (
    <>
      <label>
        <span>{reader.t("name")}</span>
        <input name="name" required autocomplete="username" />
      </label>
      <label>
        <span>{reader.t("password")}</span>
        <input name="password" type="password" required minLength={12} autocomplete={password} />
      </label>
    </>
  );
}
