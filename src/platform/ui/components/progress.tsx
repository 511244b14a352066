import type { VNode } from "preact";
import { formatNumber, formatRate } from "../format.ts";
import { classes, type State, toneClass } from "../tone.ts";

export interface ProgressProps {
  readonly id: string;
  /** « Import du flux mensuel » */
  readonly label: string;
  readonly value: number;
  /** Null while the end is not known. */
  readonly max: number | null;
  /** « 1 240 dossiers par seconde, encore 40 secondes » */
  readonly detail?: string | undefined;
  readonly tone?: State | undefined;
}

/** A long job on its way. */
export function Progress({ id, label, value, max, detail, tone }: ProgressProps): VNode {
  return (
    <div class={classes("progress", toneClass(tone))}>
      <div class="progress-head">
        <label class="strong" for={id}>
          {label}
        </label>
        <span>
          {max === null
            ? formatNumber(value)
            : `${formatNumber(value)} sur ${formatNumber(max)} (${formatRate(value, max)})`}
        </span>
      </div>
      {max === null ? (
        <progress id={id} />
      ) : (
        <progress id={id} value={value} max={Math.max(max, 1)} />
      )}
      {detail !== undefined && <p class="progress-detail">{detail}</p>}
    </div>
  );
}

export interface GaugeProps {
  /** « Places occupées, Mission locale d’Amiens » */
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly tone?: State | undefined;
}

/** How full something is: `57 / 60`, in a cell or a card. */
export function Gauge({ label, value, max, tone }: GaugeProps): VNode {
  return (
    <div class={classes("gauge", toneClass(tone))}>
      <progress value={Math.min(value, max)} max={Math.max(max, 1)} aria-label={label} />
      <span class="gauge-text">
        {formatNumber(value)} / {formatNumber(max)}
      </span>
    </div>
  );
}
