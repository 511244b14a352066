import { type FormState, submitForm } from "./form.ts";
import type { FormValues, Request, Route } from "./route.ts";

interface FormPage {
  readonly path: string;
  readonly droit: string;
  /** The page of the form: null when nobody has sent it yet. */
  readonly show: (request: Request, refused: FormState | null) => Promise<Response>;
  /** Runs the act and answers. */
  readonly send: (request: Request, form: FormValues) => Promise<Response>;
}

/** A form with a page of its own: it is shown, sent at the same address, and shown again with its refusal. */
export function formRoutes({ path, droit, show, send }: FormPage): readonly Route[] {
  return [
    { method: "GET", path, droit, handler: (request) => show(request, null) },
    {
      method: "POST",
      path,
      droit,
      handler: (request) =>
        submitForm(
          request,
          (form) => send(request, form),
          (refused) => show(request, refused),
        ),
    },
  ];
}
