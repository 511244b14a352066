import { type FormState, freshForm, submitForm } from "./form.ts";
import { idParam } from "./params.ts";
import type { FormValues, Request, Route } from "./route.ts";

/** One of the acts a section offers, each by a form of its own. */
export interface SectionAct {
  /** Ends the address of its form. */
  readonly key: string;
  /** The right of the act behind it. */
  readonly droit: string;
  /** Said once it is done. */
  readonly done: string;
  readonly run: (request: Request, id: number, form: FormValues) => Promise<unknown>;
  /** Names the line, when several forms of one act share the page. */
  readonly line?: (form: FormValues) => string;
}

interface Section {
  /** Pattern under the département, with `:id`: `/personnes/:id/orientation`. */
  readonly path: string;
  /** Of who reads it. */
  readonly droit: string;
  readonly acts: readonly SectionAct[];
  /** Draws the section; `form` is the name of the form that was refused, null when none was. */
  readonly show: (request: Request, state: FormState, form: string | null) => Promise<Response>;
}

/** A section that is read at one address and offers several acts under it: a refused one comes back where it was. */
export function sectionRoutes({ path, droit, acts, show }: Section): readonly Route[] {
  return [
    { method: "GET", path, droit, handler: (request) => show(request, freshForm(), null) },
    ...acts.map(
      (act): Route => ({
        method: "POST",
        path: `${path}/${act.key}`,
        droit: act.droit,
        handler: (request) => take(request, path, act, show),
      }),
    ),
  ];
}

function take(
  request: Request,
  path: string,
  act: SectionAct,
  show: Section["show"],
): Promise<Response> {
  const id = idParam(request);
  let name = act.key;
  return submitForm(
    request,
    async (form) => {
      if (act.line) name = act.line(form);
      await act.run(request, id, form);
      return request.redirect(path.replace(":id", String(id)), act.done);
    },
    (state) => show(request, state, name),
  );
}
