import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ImportInput } from "../../../domain/actions/importRows";
import { importWords } from "../../../domain/i18n/importWords";
import { findLists } from "../../../domain/import/findLists";
import type { ImportAnswers } from "../../../domain/import/importInput";
import type { ListLayout } from "../../../domain/import/list";
import { mappingOf, withMapping } from "../../../domain/import/mapping";
import type { ListMapping } from "../../../domain/import/mapping";
import type { SourceSheet } from "../../../domain/import/sourceSheet";
import { readListOverYears } from "../../../domain/import/olderYears";
import { emptyRegister } from "../../../domain/workbook/emptyRegister";
import { usersSheets } from "../../../domain/workbook/usersSheets";
import { Message } from "../layout/Message";
import { Page } from "../layout/Page";
import { ProgressBar } from "../layout/ProgressBar";
import type { Progress } from "../layout/ProgressBar";
import { noticeOf } from "../notice";
import { usePane, useSessionState } from "../PaneContext";
import { ColumnsStep } from "./ColumnsStep";
import { DoneStep } from "./DoneStep";
import { usualAnswers, wholeList } from "./importState";
import { ProblemsStep } from "./ProblemsStep";
import { QuestionsStep } from "./QuestionsStep";
import { SheetStep } from "./SheetStep";

const noRegister = emptyRegister("");

type Step = "reading" | "sheets" | "columns" | "problems" | "questions" | "importing" | "done";

/** From the user's own list to the register: what is found, what it holds, what to know, what to ask; then it is written. */
export function ImportScreen() {
  const { session, navigation, words, texts, setNotice } = usePane();
  const says = importWords[texts.language];
  const state = useSessionState();
  const today = session.today();
  const [step, setStep] = useState<Step>("reading");
  const [progress, setProgress] = useState<Progress | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [sheets, setSheets] = useState<readonly SourceSheet[]>([]);
  const [lists, setLists] = useState<readonly ListLayout[]>([]);
  const [layout, setLayout] = useState<ListLayout | null>(null);
  const [answers, setAnswers] = useState<ImportAnswers>(() => usualAnswers(today));
  const [stopping, setStopping] = useState(false);
  const isStopped = useRef(false);
  const sheet = sheets.find(({ name }) => name === layout?.sheet);
  const register = state.kind === "ready" ? state.opened.register : noRegister;
  const isWhole = step === "problems" || step === "questions";
  const reading = useMemo(
    () => (isWhole && layout !== null ? readListOverYears(sheets, lists, layout, today) : null),
    [isWhole, sheets, lists, layout, today],
  );
  const list = useMemo(
    () => (reading !== null && layout !== null ? wholeList(reading, layout, register, answers, today) : null),
    [reading, layout, register, answers, today],
  );

  const read = async (again: ListLayout | null): Promise<void> => {
    setStep("reading");
    setWrong(null);
    const answer = await session.lists.read((done, total) => setProgress({ done, total }));
    setProgress(null);
    if ("problem" in answer) {
      setWrong(texts.excelProblems[answer.problem]);
      return;
    }
    const own = usersSheets(answer.value.sheets);
    const found = findLists(own, today).map((list) => withMapping(list, answer.value.mapping));
    setSheets(own);
    setLists(found);
    const same = again === null ? undefined : found.find((list) => list.sheet === again.sheet);
    if (again === null || same === undefined) {
      setStep("sheets");
      return;
    }
    // What was corrected stays so.
    setLayout(withMapping(same, mappingOf(again)));
    setStep("problems");
  };
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current) return;
    isRead.current = true;
    void read(null);
  });

  // The register went with the import that was undone: there is nothing to go on with.
  const isTakenBack = step === "done" && state.kind === "notARegister";
  useEffect(() => {
    if (isTakenBack) navigation.open({ kind: "home" });
  }, [isTakenBack, navigation]);

  const take = async (input: ImportInput, mapping: ListMapping) => {
    isStopped.current = false;
    setStopping(false);
    setNotice(null);
    setProgress(null);
    setStep("importing");
    const outcome = await session.lists.take(input, mapping, {
      onProgress: (done, total) => setProgress({ done, total }),
      isCancelled: () => isStopped.current,
    });
    setNotice(noticeOf(outcome, words, texts));
    setStep(outcome.kind === "done" ? "done" : "questions");
  };

  if (step === "reading" || step === "importing") {
    const isReading = step === "reading";
    return (
      <Page key={step} title={texts.importList} back={isReading}>
        <div role="status">
          {wrong === null && (stopping ? says.stopping : isReading ? says.reading : says.importing)}
        </div>
        {wrong === null && (
          <ProgressBar
            label={isReading ? says.reading : says.importing}
            progress={progress}
            count={isReading ? says.readingRows : texts.percentDone}
          />
        )}
        <div role="alert">
          {wrong !== null && (
            <Message tone="error" text={wrong}>
              <Button size="small" onClick={() => void read(null)}>
                {texts.retry}
              </Button>
            </Message>
          )}
        </div>
        {!isReading && (
          <Button
            disabledFocusable={stopping}
            onClick={() => {
              isStopped.current = true;
              setStopping(true);
            }}
          >
            {says.stop}
          </Button>
        )}
      </Page>
    );
  }
  if (step === "sheets" || layout === null || sheet === undefined) {
    return (
      <SheetStep
        lists={lists}
        sheets={sheets}
        says={says}
        onChoose={(list) => {
          setLayout(list);
          setStep("columns");
        }}
      />
    );
  }
  switch (step) {
    case "columns":
      return (
        <ColumnsStep
          sheet={sheet}
          layout={layout}
          says={says}
          onChange={setLayout}
          onBack={() => setStep("sheets")}
          onNext={() => setStep("problems")}
        />
      );
    case "problems":
      return list === null ? null : (
        <ProblemsStep
          list={list}
          says={says}
          onReadAgain={() => void read(layout)}
          onBack={() => setStep("columns")}
          onNext={() => setStep("questions")}
        />
      );
    case "questions":
      return list === null ? null : (
        <QuestionsStep
          rows={list.rows}
          answers={answers}
          says={says}
          count={list.input.lines.length}
          onChange={setAnswers}
          onBack={() => setStep("problems")}
          onNext={() => void take(list.input, mappingOf(layout))}
        />
      );
    case "done":
      return <DoneStep sheet={layout.sheet} says={says} />;
  }
}
