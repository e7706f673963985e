/** One piece of due work as the list query answers it. */
export interface TaskRow {
  case_id: string;
  org: string;
  person_id: string;
  sealed_name: string;
  kind: string;
  start_on: string | null;
  due_on: string | null;
  end_on: string | null;
  stability: number | null;
  risk_level: number | null;
  status: string;
  consent_decision: string | null;
  attempts: number;
  open_actions: string[];
  /** Id of the record that did the work, for what is done. */
  done_by: string | null;
}
