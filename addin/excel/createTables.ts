import type { CivilDate } from "../../domain/dates/civilDate";
import type { Register } from "../../domain/register";
import type { Statuses } from "../../domain/workbook/statuses";

/** What a new register holds. */
export type NewRegister = {
  readonly register: Register;
  readonly statuses: Statuses;
  readonly today: CivilDate;
};
