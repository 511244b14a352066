import type { VNode } from "preact";
import { Button } from "./button.tsx";
import { controlId, Field, type FieldProps } from "./field.tsx";

/**
 * A frame to sign in with a finger, a pen or a mouse; what is drawn is sent as lines of points. Browsers without script
 * do not show it: the form always offers another way to sign.
 */
export function SignatureField(props: FieldProps): VNode {
  const id = controlId(props);
  return (
    <div class="signature-field">
      <Field field={props}>
        <div class="signature" data-signature>
          <canvas
            class="signature-canvas"
            width={640}
            height={220}
            role="img"
            aria-label={props.label}
          />
          <input type="hidden" id={id} name={props.name} />
          <span data-signature-clear>
            <Button type="button" kind="quiet" small>
              Effacer
            </Button>
          </span>
        </div>
      </Field>
    </div>
  );
}
