import { plain } from "./sourceText";
import { clientTypeWords, paymentMeans } from "./tradeWords";

const doneWords =
  /^(ok|o|oui|x+|xx|v|y|yes|vrai|true|1|fait|faite|faits|effectue|effectuee|realise|realisee|paye|payee|payes|regle|reglee|solde|soldee|encaisse|encaissee|facture|facturee|envoye|envoyee|envoi|parti|partie|done|fini|termine|terminee|valide|bon|ok fait|c'est fait|acquitte|acquittee|vu|✓|✔|✅|☑|☒|√|■|●|•|✗|×|þ|ü|lrar|recommande|mail|courrier)[\s.!]*$/u;
const notDoneWords =
  /^(non|n|no|faux|false|0|ko|pas fait|a faire|non fait|non faite|pas encore|en attente|attente|a facturer|a payer|a envoyer|impaye|impayee|non paye|non payee|non regle|a regler|a relancer|en cours|a encaisser|du|due|☐|□)[\s.!]*$/u;

/** Whether a cell says that something is done: « OK », « x », « oui », ✓, « chèque »; null where it does not tell. */
export function markIn(text: string): boolean | null {
  const word = plain(text);
  if (doneWords.test(word)) return true;
  if (notDoneWords.test(word)) return false;
  return paymentMeans.test(word) && word.length < 30 ? true : null;
}

/** Whether a mark says nothing more than that something is done or not: « x », not « chèque ». */
export function isMarkOnly(text: string): boolean {
  return !paymentMeans.test(plain(text));
}

/** How a contract goes on, by the words that lists use; under « Tacite », « non » is none. */
export function renewalIn(text: string): "tacit" | "express" | "none" | null {
  const word = plain(text);
  if (
    /\b(sans|non|pas de|aucune?|ni)\b.*\b(tacite|reconduction|renouvellement|recond)|^(non|n|no|aucune?|sans|ferme|faux|false|0|non renouvelable|non reconductible|fixe)\b/.test(
      word,
    )
  )
    return "none";
  if (
    /^(tr|t\.r\.?)$|tacite|auto|^(oui|o|x+|ok|vrai|true|1|yes|y|✓|✔)$|reconduc|renouvelable|^renouvellement annuel$|^annuelle?$/.test(
      word,
    )
  ) {
    return /expres|sur demande|sur accord|manuel|non auto/.test(word) ? "express" : "tacit";
  }
  return /expres|express|sur demande|sur accord|manuel|sur devis|accord|avenant/.test(word) ? "express" : null;
}

/** What kind of client it is, by the words that lists use. */
export function clientTypeIn(text: string): "private" | "association" | "professional" | null {
  const word = plain(text);
  return clientTypeWords.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}
