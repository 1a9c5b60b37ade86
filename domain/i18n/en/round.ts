import { parts } from "../../dates/civilDate";
import type { RoundWords } from "../fr/round";
import { formats } from "./formats";
import { workbook } from "./workbook";

const { shortDate } = formats;

export const round: RoundWords = {
  title: (month) => {
    const { year, month: n } = parts(month);
    return `Round of ${workbook.months[n - 1] ?? ""} ${String(year)}`;
  },
  month: "Month",
  make: "Make a sheet to print",
  count: (stops) => `${String(stops)} ${stops === 1 ? "visit" : "visits"}`,
  elsewhere: (month) =>
    `Also as a Word document and as an .ics calendar for the phone: save this workbook, then type in the folder of Tacite npx tacite round --month ${month} --register and its name.`,
  empty: "No visit this month.",
  noTown: "Without address",
  columns: {
    day: "Appointment",
    postcode: "Postcode",
    city: "Town",
    client: "Client",
    address: "Address",
    phone: "Phone",
    appliance: "Appliance",
    contract: "Contract",
    lastVisit: "Last visit",
    due: "To do before",
    notes: "Notes",
    done: "Done",
  },
  at: (occupant) => `at ${occupant}’s`,
  visit: "Maintenance",
  repair: "Repair",
  toPlan: (day) => `to be planned, before ${shortDate(day)}`,
  headed: formats.headed,
};
