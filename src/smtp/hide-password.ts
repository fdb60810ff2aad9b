export type Hide = (text: string) => string;

/** A server that quotes our password back, as it is or as it went over the wire, must not make us print or keep it. */
export function hidePassword(login: { readonly user: string; readonly password: string } | undefined): Hide {
  if (login === undefined) return (text) => text;
  const { user, password } = login;
  const written = [password, `\0${user}\0${password}`];
  const secrets = [...written.map((words) => Buffer.from(words).toString('base64')), password].filter(
    (secret) => secret !== '',
  );
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}
