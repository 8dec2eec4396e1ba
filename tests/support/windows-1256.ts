const CHARACTERS = new TextDecoder("windows-1256").decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
);

/** The bytes of a text in windows-1256, the usual legacy code page of Arabic; throws for others. */
export const windows1256 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const byte = CHARACTERS.indexOf(character);
    if (byte === -1) throw new Error(`windows-1256 has no ${character}`);
    return byte;
  });
