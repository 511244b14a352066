import fc from "fast-check";
import { expect, test } from "vitest";
import { mesurerSms, versGsm7 } from "./gsm7.ts";

test("un SMS d’une partie a 160 signes, de deux parties 306", () => {
  expect(mesurerSms("a".repeat(160))).toEqual({ alphabet: "gsm-7", places: 160, parties: 1 });
  expect(mesurerSms("a".repeat(161)).parties).toBe(2);
  expect(mesurerSms("a".repeat(306)).parties).toBe(2);
  expect(mesurerSms("a".repeat(307)).parties).toBe(3);
});

test("un signe hors de l’alphabet des SMS ramène la partie à 70 signes", () => {
  expect(mesurerSms("ê".repeat(70))).toEqual({ alphabet: "ucs-2", places: 70, parties: 1 });
  expect(mesurerSms("ê".repeat(71)).parties).toBe(2);
  expect(mesurerSms(`${"a".repeat(159)}€`)).toMatchObject({ places: 161, parties: 2 });
});

test("un signe de deux places n’est pas coupé entre deux parties", () => {
  expect(mesurerSms(`${"a".repeat(152)}€${"a".repeat(151)}`).parties).toBe(2);
  expect(mesurerSms(`${"a".repeat(152)}€${"a".repeat(152)}`)).toMatchObject({
    places: 306,
    parties: 3,
  });
  expect(mesurerSms(`${"ê".repeat(66)}😀${"ê".repeat(65)}`).parties).toBe(2);
});

test("les mots français gardent é, è, à, ù, et perdent ce que les téléphones n’ont pas", () => {
  expect(versGsm7("L’œuvre : « être », où ça ? Noël… 9 h 30 – Çelik")).toBe(
    'L\'oeuvre : "etre", où ca ? Noel... 9 h 30 - Çelik',
  );
  expect(versGsm7("ê")).toBe("e");
});

test("tout texte français tient dans l’alphabet des SMS, et s’y remettre ne change plus rien", () => {
  const signes = [
    ..."abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒ’«»…–— \u00a0\u202f0123456789.,:;!?()\n",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signes), { maxLength: 400 }), (choisis) => {
      const sms = versGsm7(choisis.join(""));
      expect(mesurerSms(sms).alphabet).toBe("gsm-7");
      expect(versGsm7(sms)).toBe(sms);
    }),
  );
});

test("les parties suffisent toujours, sans une de trop", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (texte) => {
      const { alphabet, places, parties } = mesurerSms(texte);
      const [seule, jointe] = alphabet === "gsm-7" ? [160, 153] : [70, 67];
      if (places <= seule) expect(parties).toBe(1);
      else {
        expect(parties).toBeGreaterThanOrEqual(Math.ceil(places / jointe));
        expect(parties).toBeLessThanOrEqual(Math.ceil(places / (jointe - 1)));
      }
    }),
  );
});
