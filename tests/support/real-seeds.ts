import { loadDossier } from "../../src/config/load-dossier.ts";
import { loadPlaces } from "../../src/config/load-places.ts";

/** The dossier of the Iran–US talks, as shipped. */
export const iranUs = loadDossier("seeds/talks/iran-us.yaml");

/** The gazetteer, as shipped. */
export const places = loadPlaces("seeds/places.yaml");
