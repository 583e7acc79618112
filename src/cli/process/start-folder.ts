/** The folder from which paths on the command line count. */

/**
 * npm runs scripts in the folder of their package and says in `INIT_CWD` where the person is. A script that has gone
 * to another folder since means that one.
 *
 * @param script - The folder of the package whose script this is.
 * @throws What `cwd` throws where the folder is not there any more.
 */
export function startFolder(
  script: string,
  { INIT_CWD: asked }: Readonly<Record<string, string | undefined>>,
  cwd: () => string,
): string {
  const current = cwd()
  return asked !== undefined && current === script ? asked : current
}
