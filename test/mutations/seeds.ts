/** Small files of every kind that is read, whole and right, and what is special in each kind. */

export interface Seeds {
  texts: readonly string[]
  dictionary: readonly string[]
}

const frontMatter =
  '---\ntitle: Plan the move\ndescription: What to do.\nms.date: 01/02/2024\n---\n\n'

export const docfxPage: Seeds = {
  texts: [
    `${frontMatter}# Plan\n\nRead the **plan** and [this](other.md#first "t") ![a](a.png).\n\n> [!NOTE]\n> Words.\n\n- one\n  - two\n1. three\n\n| A | B |\n| --- | --- |\n| c | d |\n`,
    `${frontMatter}## <a name="first"></a>Premier\n\n[!INCLUDE [x](includes/i.md)] and a[^1].\n\n[^1]: Note.\n\n<div>\n\nraw <b>html</b>\n\n</div>\n\n\`\`\`js\ncode\n\`\`\`\n\n::: moniker range="a"\nwords\n::: moniker-end\n`,
  ],
  dictionary:
    '> [!NOTE] > [!TIP]\n|[!INCLUDE [x](includes/i.md)]|[!INCLUDE [x](includes/|](|![|**|_|~~|> |- |1. |# |###### |\n---\n|---|| |:-:|<!--|-->|<div>|</div>|<a name="x"></a>|<script>|<svg|<b>|javascript:|[^1]|[^1]:|:::|:::image|```|~~~|#tab/x|xref:a|../|//|?|#|mailto:|https://a.b|<your-domain>|&amp;|&#0;|[x]: y|- [ ] '.split(
      '|',
    ),
}

const guideFront =
  '---\ntitle: Move\ndescription: What to do.\nupdated: 2026-01-02\nphase: assess\n---\n\n'

export const guidePage: Seeds = {
  texts: [
    `${guideFront}Read [this](other.mdx#a).\n\n## Steps {#steps}\n\n:::procedure\n1. :step[**Ask**]{#ask by=customer} somebody.\n2. :step{#do by="customer fasttrack" optional} Do.\n   > Result.\n:::\n\n> [!TIP]\n> Words.\n\n<PhaseDiagram />\n`,
    `${guideFront}## Who\n\n:::matrix{procedures=all}\n| Step | Customer |\n| --- | --- |\n| :step[Ask]{#ask} | x |\n:::\n\n::matrix{phase=assess}\n\n:::copy\n| A |\n| --- |\n| b |\n:::\n\n:::screen[Title]\nwords\n:::\n\nWords :anchor{#old} of it {1 + 1}.\n`,
  ],
  dictionary: [
    ...docfxPage.dictionary,
    ...':::procedure|:step{#a by=customer}|:step[|{#|}|by=|::matrix|:::matrix{|:::copy|:::screen|:anchor{#a}|{#id}|<PhaseDiagram|/>|<ResponsibilityMatrix docset="x" />|<A|</A>|{`|{/*|*/}|import a from "b"\n|export const a = 1\n|{...a}|optional|phase='.split(
      '|',
    ),
  ],
}

const yamlTokens: readonly string[] =
  '- |: |: |key: |title: |&a |*a|<<: *a|!!js/function |!!binary |!!set |!!timestamp |>-\n  |\\|\n  |"|{|[|? |# |%YAML 1.1\n---\n|---\n|...\n|@|~|true|2020-01-01|.nan|0x1F|1_000|items: |href: |name: |[a]: b|{a: b}: c'.split(
    /(?<!\\)\|/,
  )

export const frontMatterSeed: Seeds = {
  texts: [
    '---\ntitle: Plan\ndescription: "What to do"\nms.date: 01/02/2024\nms.custom: [a, b]\nauthor:\n  name: x\n---\n\nWords.\n',
    '---\ntitle: 1.10\ndescription: >-\n  folded\n  words\nupdated: 2026-01-02\nphase: assess\nservice: mail\naliases: [old]\n---\n\nWords.\n',
  ],
  dictionary: yamlTokens,
}

export const tocMarkdown: Seeds = {
  texts: [
    '# [Plan](index.md)\n## [Other](other.md)\n### Words\n#### [Sub](sub/)\n<!-- c -->\n# [Site](https://a.b)\n',
  ],
  dictionary: [
    '# ',
    '## ',
    '####### ',
    '[',
    '](',
    ')',
    '<!--',
    '-->',
    '~/',
    'TOC.md',
    'sub/TOC.md',
    '\\[',
  ],
}

export const tocYaml: Seeds = {
  texts: [
    'items:\n- name: Plan\n  href: index.md\n  items:\n  - name: Other\n    topicHref: other.md\n    tocHref: sub/TOC.yml\n- name: Site\n  homepage: https://a.b\n',
  ],
  dictionary: [...yamlTokens, 'tocHref: TOC.yml', 'topicHref: ', 'homepage: ', 'sub/TOC.yml'],
}

export const hub: Seeds = {
  texts: [
    '### YamlMime:Hub\ntitle: T\nsummary: S **b** [a](index.md)\nmetadata:\n  description: D\nproductDirectory:\n  items:\n  - title: A\n    imageSrc: a.svg\n    links:\n    - text: L\n      url: index.md\nconceptualContent:\n  sections:\n  - title: S\n    items:\n    - title: C\n      footerLink: {text: F, url: other.md}\n',
  ],
  dictionary: [
    ...yamlTokens,
    '### YamlMime:Landing',
    'links:',
    'sections:',
    'linkLists:',
    'footer: ',
  ],
}

const jsonTokens =
  '{|}|[|]|,|:|"|"a"|null|true|0|-|//|/*|*/|\\u0000|\\ud800|1e999|"__proto__": {}|{"a": 1}'.split(
    '|',
  )

export const docfxJson: Seeds = {
  texts: [
    '{"build": {"content": [{"files": ["**/*.md", "**/*.yml"], "exclude": ["**/includes/**"], "src": "."}], "resource": [{"files": ["**/*.png"]}], "globalMetadata": {"breadcrumb_path": "/guide/b/toc.json", "author": "x"}, "fileMetadata": {"ms.date": {"a/**": "01/01/2020"}}, "dest": "guide"}}',
  ],
  dictionary: [
    ...jsonTokens,
    '"files": "**"',
    '"!(',
    '"[a-',
    '"{a,b',
    '"+(a)',
    '"src": ".."',
    '**/**/**',
  ],
}

export const publishConfig: Seeds = {
  texts: [
    '{"docsets_to_publish": [{"docset_name": "Guide", "build_source_folder": "guide", "build_output_subfolder": "g", "locale": "en-us"}], "dependent_repositories": [{"path_to_root": "_repo.en-us"}]}',
  ],
  dictionary: [
    ...jsonTokens,
    '"locale": "x"',
    '"build_source_folder": ".."',
    '"../.."',
    '"en-us"',
    '"/"',
  ],
}

export const redirections: Seeds = {
  texts: [
    '{"redirections": [{"source_path": "guide/old.md", "redirect_url": "/guide/other", "redirect_document_id": false}, {"source_path_from_root": "/guide/older.md", "redirect_url": "old#a?b"}, {"source_path": "guide/x.md", "redirect_url": "https://a.b/c"}]}',
  ],
  dictionary: [
    ...jsonTokens,
    '"source_path": "',
    '"redirect_url": ""',
    '%',
    '//',
    '../',
    '#',
    '?',
    'x'.repeat(600),
  ],
}

export const strings: Seeds = {
  texts: [
    '{"alert.note": "Note", "alert.tip": "Tip", "link.anchor": "Link to {title}", "count": "{one, two}"}',
  ],
  dictionary: [...jsonTokens, '{title}', '{', '}'],
}

export const searchWords: Seeds = {
  texts: [
    '{"stop": ["a an the", "who what"], "synonyms": [["OneDrive", "SkyDrive"], ["G Suite", "Gmail", "C#"]]}',
  ],
  dictionary: [...jsonTokens, '"stop": ', '"synonyms": ', '[["a"]]', '" "'],
}

export const ledger: Seeds = {
  texts: [
    '{\n  "$version": 1,\n  "guide/index": { "page": "Plan" },\n  "guide/index#plan": { "heading": "Plan" },\n  "guide/gone": { "page": "Gone", "movedTo": "guide/other" },\n  "guide/was": { "page": "Was", "retired": { "en": "No more" } }\n}\n',
    '{"$version": 1, "guide/other": {"page": "O"}, "guide/loop": {"page": "L", "movedTo": "guide/loop"}}',
  ],
  dictionary: [
    ...jsonTokens,
    '"movedTo": ',
    '"retired": ',
    '"guide/index#',
    '<<<<<<< a\n',
    '=======\n',
    '>>>>>>> b\n',
  ],
}

export const siteConfig: Seeds = {
  texts: [
    '{"url": "https://x.example", "locales": ["en", "fr-FR"], "title": {"en": "Site", "fr-FR": "Site"}, "docsets": [{"id": "move", "source": "en", "toc": ["index", {"page": "other", "pages": ["index"]}], "phases": [{"id": "assess"}], "parties": ["customer"], "services": ["mail"]}]}',
  ],
  dictionary: [
    ...jsonTokens,
    '"toc": ["x"]',
    '"../x"',
    '"fr"',
    '"id": ""',
    '"source": "de"',
    '"url": "x"',
  ],
}

export const lock: Seeds = {
  texts: [
    '# passerelle lock 1 generated\n\n0123456789abcdef fedcba9876543210 ok\n\n0123456789abcde0 -\n\n0123456789abcde1 fedcba9876543211 machine 01234567\n',
  ],
  dictionary: ['# ', ' ok', ' assumed', ' -', '0123456789abcdef', '<<<<<<< a\n', '=======\n'],
}

export const glossary: Seeds = {
  texts: [
    'term;fr-FR;en;note;dnt;ui;case;not\nserver;serveur;server;n;;;;hôte|host\nTeams;;;;x;;x;\n"a ""b"" c";d;;;;;;\n',
  ],
  dictionary: [';', ',', '"', '""', '\n', 'term', '|', 'dnt', '=1+1', '(', '*', '\\'],
}

export const ignore: Seeds = {
  texts: [
    'rule;hash;reason\nl10n-number;0123456789abcdef;It is so\n"l10n-x";0123456789abcdef;"two\nlines"\n',
  ],
  dictionary: [';', ',', '"', 'rule', 'hash', 'reason', '0123456789abcdef'],
}

export const poTokens: readonly string[] =
  'msgid ""\n|msgstr ""\n|msgctxt "x"\n|msgid_plural "x"\n|msgstr[0] "x"\n|#, fuzzy\n|#| msgid "x"\n|#: a:1\n|#~ |\\n|\\303|\\x41|\\|<0/>|<1>|</1>|"charset=latin1\\n"\n|nplurals=0;'.split(
    /(?<!#)\|/,
  )

export const xmlTokens: readonly string[] =
  '<|>|</|/>|&|&#0;|&#xD800;|&lol;|<!DOCTYPE a [<!ENTITY b "c">]>|<![CDATA[|]]>|<!--|-->|<?xml|<g id="1">|</g>|<x id="1"/>|<pc id="1">|</pc>|<ph id="1"/>|<sc id="1"/>|<ec startRef="1"/>|<cp hex="zz"/>|<cp hex="110000"/>|<mrk>|state="final"|approved="no"|xml:lang="de"|<target/>|<seg>|<tu>'.split(
    '|',
  )
