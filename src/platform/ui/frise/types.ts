import type { Tone } from "../tone.ts";

/** A dated fact of a band. `to` is its last day, null while it lasts. */
export interface FriseSegment {
  readonly from: string;
  readonly to: string | null;
  /** Short, written inside the drawing when it fits. */
  readonly label: string;
  readonly tone: Tone;
  /** The whole fact as a sentence. */
  readonly detail: string;
  readonly href?: string | undefined;
}

export interface FriseBand {
  readonly key: string;
  readonly label: string;
  readonly segments: readonly FriseSegment[];
}

export type TickKind = "meeting" | "letter" | "decision" | "other";

/** A fact of one day. */
export interface FriseTick {
  readonly date: string;
  readonly label: string;
  readonly detail: string;
  readonly kind: TickKind;
  readonly tone?: Tone | undefined;
  readonly href?: string | undefined;
}

/** ISO days. `from` and `to` bound the drawing, both included. */
export interface FriseInput {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly bands: readonly FriseBand[];
  readonly ticks: readonly FriseTick[];
}

export interface PlacedSegment {
  readonly segment: FriseSegment;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The part of the label that fits, or nothing. */
  readonly text: string;
  /** Still going on: drawn with a point. */
  readonly open: boolean;
}

export interface PlacedBand {
  readonly key: string;
  readonly label: string;
  readonly y: number;
  readonly height: number;
  readonly segments: readonly PlacedSegment[];
}

export interface PlacedTick {
  readonly tick: FriseTick;
  readonly x: number;
  readonly y: number;
}

export interface FriseLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly axis: readonly { readonly x: number; readonly label: string; readonly year: boolean }[];
  readonly bands: readonly PlacedBand[];
  readonly ticks: {
    readonly y: number;
    readonly height: number;
    readonly placed: readonly PlacedTick[];
  };
  /** Where today is, when the drawing shows it. */
  readonly today: number | null;
  /** Facts of the input that the bounds leave out; the table has them all. */
  readonly outside: number;
}
