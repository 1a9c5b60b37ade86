import { Body, Column, Container, Head, Heading, Html, Preview, Row, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import type { Digest } from "../../domain/digest/digestModel";
import { cleanText } from "./cleanText";
import { CountTiles } from "./CountTiles";
import { style, styleSheet } from "./digestStyle";
import { digestSubject, digestSummary } from "./digestSummary";
import { filledSections } from "./digestView";
import { digestWords, type DigestWords } from "./digestWords";
import { DigestSectionBlock } from "./DigestSectionBlock";
import { LetterList } from "./LetterList";
import { RegisterState } from "./RegisterState";
import { shortDate } from "./shortDate";

/** The weekly mail. `attachedFiles` names the letters that travel with it; null where none can, as in the .html file. */
export function DigestMail({ digest, attachedFiles }: { digest: Digest; attachedFiles: ReadonlySet<string> | null }) {
  const words = digestWords[digest.language];
  const sections = filledSections(digest);
  return (
    <Html lang={digest.language}>
      <Head>
        <title>{digestSubject(digest)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </Head>
      <Body className="page" style={style.body}>
        <Preview>{digestSummary(digest)}</Preview>
        <Container className="card" style={style.card}>
          <Band digest={digest} words={words} />
          <Padded>
            <RegisterState digest={digest} />
            {sections.length === 0 && <Nothing words={words} />}
            <CountTiles digest={digest} />
            {sections.map((section) => (
              <DigestSectionBlock key={section.id} section={section} words={words} />
            ))}
            <LetterList letters={digest.letters} attachedFiles={attachedFiles} words={words} />
          </Padded>
          <Footer digest={digest} words={words} />
        </Container>
      </Body>
    </Html>
  );
}

function Padded({ children }: { children: ReactNode }) {
  return (
    <Row>
      <Column className="pad" style={style.cell}>
        {children}
      </Column>
    </Row>
  );
}

function Band({ digest, words }: { digest: Digest; words: DigestWords }) {
  return (
    <Row>
      <Column className="band pad" style={style.header}>
        <Text dir="auto" style={style.firm}>
          {cleanText(digest.firmName) ?? words.unnamedFirm}
        </Text>
        <Heading as="h1" style={style.title}>
          {words.title}
        </Heading>
        <Text style={style.firm}>{shortDate(digest.today, words)}</Text>
      </Column>
    </Row>
  );
}

function Nothing({ words }: { words: DigestWords }) {
  return (
    <Section>
      <Heading as="h2" className="ink" style={style.nothing}>
        {words.nothing}
      </Heading>
      <Text className="muted" style={style.nothingMore}>
        {words.nothingMore}
      </Text>
    </Section>
  );
}

function Footer({ digest, words }: { digest: Digest; words: DigestWords }) {
  return (
    <Row className="line" style={style.footer}>
      <Column className="pad" style={style.footerCell}>
        <Text className="muted" style={style.footerText}>
          {words.ledger(digest.ledger.count, digest.ledger.hash?.slice(0, 12) ?? null)}
        </Text>
        <Text className="muted" style={style.footerText}>
          {words.limits}
        </Text>
      </Column>
    </Row>
  );
}
