/** Short sentences full of names, in languages that are close: what is the source’s is found, a translation never is. */
import { describe, expect, test } from 'vitest'
import { type LanguageCase } from '../../support/language-cases.ts'
import { figuresOf } from '../../support/language-figures.ts'
import { loadVote } from '#src/translation/language/detect-language.ts'

/** The same texts, language by language, in words of our own. */
const texts: Readonly<Record<string, readonly string[]>> = {
  da: [
    'Vælg Exchange Online, og åbn Microsoft 365 Administration.',
    'Vent på bekræftelse fra Azure Active Directory.',
    'Brugeren har ikke adgang til SharePoint.',
    'Slet mappen, og gem filen igen.',
    'Hvordan flytter jeg OneDrive til en anden konto?',
    'Kontroller netværket, før du går videre.',
    'Modelleverandører og kundens it-afdeling',
    'Log af, og log derefter på Teams igen.',
    'Der blev ikke fundet nogen enheder i Intune.',
    'Beskyttelse af e-mail med Defender for Office 365',
  ],
  nb: [
    'Velg Exchange Online, og åpne Microsoft 365 Administrasjon.',
    'Vent på bekreftelse fra Azure Active Directory.',
    'Brukeren har ikke tilgang til SharePoint.',
    'Slett mappen, og lagre filen på nytt.',
    'Hvordan flytter jeg OneDrive til en annen konto?',
    'Kontroller nettverket før du går videre.',
    'Modelleverandører og kundens IT-avdeling',
    'Logg av, og logg deretter på Teams igjen.',
    'Det ble ikke funnet noen enheter i Intune.',
    'Beskyttelse av e-post med Defender for Office 365',
  ],
  sv: [
    'Välj Exchange Online och öppna Microsoft 365 Administration.',
    'Vänta på bekräftelse från Azure Active Directory.',
    'Användaren har inte åtkomst till SharePoint.',
    'Ta bort mappen och spara filen igen.',
    'Hur flyttar jag OneDrive till ett annat konto?',
    'Kontrollera nätverket innan du går vidare.',
    'Modelleverantörer och kundens IT-avdelning',
    'Logga ut och logga sedan in i Teams igen.',
    'Det gick inte att hitta några enheter i Intune.',
    'Skydd av e-post med Defender för Office 365',
  ],
  cs: [
    'Vyberte Exchange Online a otevřete Centrum pro správu Microsoft 365.',
    'Počkejte na potvrzení z Azure Active Directory.',
    'Uživatel nemá přístup k SharePointu.',
    'Odstraňte složku a soubor znovu uložte.',
    'Jak přesunu OneDrive do jiného účtu?',
    'Než budete pokračovat, zkontrolujte síť.',
  ],
  sk: [
    'Vyberte Exchange Online a otvorte Centrum spravovania Microsoft 365.',
    'Počkajte na potvrdenie z Azure Active Directory.',
    'Používateľ nemá prístup k SharePointu.',
    'Odstráňte priečinok a súbor znova uložte.',
    'Ako presuniem OneDrive do iného konta?',
    'Skôr než budete pokračovať, skontrolujte sieť.',
  ],
  es: [
    'Seleccione Exchange Online y abra el Centro de administración.',
    'Espere la confirmación de Azure Active Directory.',
    'El usuario no tiene acceso a SharePoint.',
    'Elimine la carpeta y vuelva a guardar el archivo.',
    '¿Cómo muevo OneDrive a otra cuenta?',
    'Compruebe la red antes de continuar.',
  ],
  pt: [
    'Selecione Exchange Online e abra o Centro de administração.',
    'Aguarde a confirmação do Azure Active Directory.',
    'O usuário não tem acesso ao SharePoint.',
    'Exclua a pasta e salve o arquivo novamente.',
    'Como movo o OneDrive para outra conta?',
    'Verifique a rede antes de continuar.',
  ],
  ca: [
    'Seleccioneu Exchange Online i obriu el Centre d’administració.',
    'Espereu la confirmació d’Azure Active Directory.',
    'L’usuari no té accés a SharePoint.',
    'Suprimiu la carpeta i torneu a desar el fitxer.',
    'Com moc OneDrive a un altre compte?',
    'Comproveu la xarxa abans de continuar.',
  ],
}

const groups = [
  ['da', 'nb', 'sv'],
  ['cs', 'sk'],
  ['es', 'pt', 'ca'],
]
const pairs = groups.flatMap((group) =>
  group.flatMap((source) =>
    group.filter((target) => target !== source).map((target) => [source, target] as const),
  ),
)

describe('a pair of close languages', () => {
  test.each(pairs)('%s and %s: each text is judged right', async (source, target) => {
    const cases = (texts[source] ?? []).flatMap((text, index): LanguageCase[] => [
      { source: text, text, isUntranslated: true },
      { source: text, text: texts[target]?.[index] ?? '', isUntranslated: false },
    ])
    const figures = figuresOf(
      cases.filter(
        ({ source: original, text, isUntranslated }) => isUntranslated || original !== text,
      ),
      [source, target],
      await loadVote(source, target),
    )
    expect(figures.wrong).toEqual([])
  })
})
