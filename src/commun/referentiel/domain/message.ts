/** What an e-mail or an SMS to a person serves; each usage has its wording. */
export const usagesMessage = [
  "convocation-rendez-vous",
  "rappel-rendez-vous",
  "annulation-rendez-vous",
  "deplacement-rendez-vous",
] as const;
export type UsageMessage = (typeof usagesMessage)[number];

export const canauxMessage = ["sms", "courriel"] as const;
export type CanalMessage = (typeof canauxMessage)[number];

/** The words of one usage. Text holds merge fields as `{{rendez-vous.date}}`; a line with `{{champ?}}` goes when it is unknown. */
export interface ModeleMessage {
  readonly usage: UsageMessage;
  /** Subject of the e-mail. */
  readonly objet: string;
  readonly courriel: string;
  readonly sms: string;
}

/** How a département writes to people by e-mail and SMS. */
export interface RegleMessages {
  readonly modeles: readonly ModeleMessage[];
  /** Name the e-mails come from: « Département de la Somme ». */
  readonly expediteur: string;
  /** Name the SMS come from: at most eleven letters or figures, which is what telephone networks carry. */
  readonly expediteurSms: string;
  /** Preferred first. */
  readonly canaux: readonly CanalMessage[];
  /** Usages that may be written to a person of whom nobody knows whether she agrees. A refusal always holds. */
  readonly accordInconnu: readonly UsageMessage[];
  /** Parts an SMS may be cut into: one holds 160 characters, two 306. */
  readonly partiesSms: number;
  /** Days the text and the address are kept once the message has left; its proof stays. */
  readonly conservationJours: number;
}
