/** What Excel says of itself and of the add-in when this starts. */
export type AppFacts = {
  readonly appId: string;
  readonly documentUrl: string;
  /** "fr-FR": of Excel, and of its dates and numbers. */
  readonly locale: string;
  readonly settings: ReadonlyMap<string, string>;
  /** The requirement sets, in lower case, to their version. */
  readonly requirements: Readonly<Record<string, string>>;
};

/** Excel on the web, as of ExcelApi 1.17: what this host implements is less, and it rejects the rest by name. */
export const usualRequirements: Readonly<Record<string, string>> = {
  excelapi: "1.17",
  sharedruntime: "1.1",
  ribbonapi: "1.1",
  addincommands: "1.3",
  keyboardshortcuts: "1.1",
  delayforcelledit: "1.1",
  compressedfile: "1.1",
  file: "1.1",
  settings: "1.1",
  documentevents: "1.1",
};

/** The reply to getAppContextAsync. */
export function appContext({ appId, documentUrl, locale, settings, requirements }: AppFacts): object {
  return {
    _id: appId,
    _appName: 16,
    _appVersion: "16.00",
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl,
    _clientMode: 1,
    _settings: [...settings],
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: appId,
    _requirementMatrix: JSON.stringify(requirements),
    _hostFullVersion: "16.0",
    _appDomains: [],
    _featureGates: {},
  };
}

/** The name that the frame of an add-in must bear for office.js to know that it runs in Excel on the web. */
export function frameName(facts: {
  readonly conversation: string;
  readonly appId: string;
  readonly hostUrl: string;
  readonly locale: string;
}): string {
  return JSON.stringify({
    baseFrameName: "excel",
    hostInfo: `Excel|Web|16.00|${facts.locale}|${facts.conversation}|||`,
    xdmInfo: `${facts.conversation}|${facts.appId}|${facts.hostUrl}`,
    serializerVersion: "1",
    flights: "[]",
  });
}
