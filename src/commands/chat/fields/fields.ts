import { alertsField, momentsField } from "./alert-fields.ts";
import { cityField } from "./city-field.ts";
import { daysField } from "./days-field.ts";
import type { Field, FieldName } from "./field.ts";
import { formField } from "./form-field.ts";
import { languageField } from "./language-field.ts";
import { pictureField } from "./picture-field.ts";
import { quietField } from "./quiet-field.ts";
import { confidenceField, eventsField } from "./threshold-fields.ts";
import { timeField } from "./time-field.ts";

/** The settings of a subscription by name. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  language: languageField,
  city: cityField,
  at: timeField,
  days: daysField,
  form: formField,
  picture: pictureField,
  alerts: alertsField,
  events: eventsField,
  quiet: quietField,
  confidence: confidenceField,
  moments: momentsField,
};
