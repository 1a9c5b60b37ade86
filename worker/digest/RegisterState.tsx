import { Column, Row, Text } from "@react-email/components";
import type { Digest } from "../../domain/digest/digestModel";
import { cleanText } from "./cleanText";
import { accent, style } from "./digestStyle";
import { isStale } from "./digestView";
import { digestWords } from "./digestWords";
import { savedAge } from "./savedAge";

/** Which file was read and how old it is, with a warning where the digest may not tell the whole truth. */
export function RegisterState({ digest }: { digest: Digest }) {
  const words = digestWords[digest.language];
  return (
    <>
      <Text className="muted file" style={style.register}>
        {words.register} <bdi>{cleanText(digest.registerFile)}</bdi>, {savedAge(digest)}
      </Text>
      {digest.schemaProblem !== null && (
        <Warning urgency="urgent" title={words.problemTitle} text={digest.schemaProblem} />
      )}
      {digest.fileWarnings.map((warning) => (
        <Warning key={warning} urgency="soon" title={words.fileTitle} text={warning} />
      ))}
      {isStale(digest) && (
        <Warning urgency="soon" title={words.staleTitle} text={words.stale(digest.savedAgoDays ?? 0)} />
      )}
    </>
  );
}

function Warning({ urgency, title, text }: { urgency: "urgent" | "soon"; title: string; text: string }) {
  const { color, backgroundColor } = accent[urgency];
  return (
    <Row style={style.warning}>
      <Column className={urgency} style={{ ...style.notice, backgroundColor }}>
        <Text className={urgency} style={{ ...style.noticeTitle, color }}>
          {title}
        </Text>
        <Text className={urgency} style={{ ...style.noticeText, color }}>
          {cleanText(text)}
        </Text>
      </Column>
    </Row>
  );
}
