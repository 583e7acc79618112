/** In the page for translators: count, warn of lost tags, remember what was typed, and save it as CSV. */
const { columns, units, strings, file, key } = JSON.parse(
  document.getElementById('data').textContent,
)
const fields = units.map((unit, index) => ({
  unit,
  text: document.getElementById(`t${index}`),
  right: document.getElementById(`r${index}`),
  fault: document.getElementById(`f${index}`),
}))
const tag = /<\/?[a-z]+\d+\/?>/g
let isSaved = true

/** Tags by how often they are there. */
function tagsOf(text) {
  const counts = new Map()
  for (const [found] of text.matchAll(tag)) counts.set(found, (counts.get(found) ?? 0) + 1)
  return counts
}

function isDone({ unit, text, right }) {
  return right?.checked || (text.value.trim() !== '' && text.value !== unit.target)
}

function look({ unit, text, fault }) {
  const [wanted, there] = [tagsOf(unit.source), tagsOf(text.value)]
  const tags = [...new Set([...wanted.keys(), ...there.keys()])]
  const wrong = text.value.trim() ? tags.filter((item) => wanted.get(item) !== there.get(item)) : []
  fault.textContent = wrong.length ? strings.lost.replace('{tags}', wrong.join(' ')) : ''
  text.setAttribute('aria-invalid', wrong.length > 0)
}

function count() {
  const done = fields.filter(isDone).length
  document.getElementById('done').textContent = strings.done
    .replace('{done}', done)
    .replace('{all}', units.length)
}

/** Where the browser keeps nothing for files, what was typed lives as long as the page. */
function remember() {
  const typed = fields.map(({ text, right }) => [text.value, right?.checked ?? false])
  try {
    localStorage.setItem(key, JSON.stringify(typed))
  } catch {
    return
  }
}

function recall() {
  try {
    for (const [index, [value, isRight]] of JSON.parse(localStorage.getItem(key)).entries()) {
      fields[index].text.value = value
      if (fields[index].right) fields[index].right.checked = isRight
    }
  } catch {
    return
  }
}

function changed(field) {
  isSaved = false
  look(field)
  count()
  remember()
}

function csv() {
  // A spreadsheet takes a cell that begins like this for a formula.
  const cell = (text) =>
    `"${(/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const rows = fields
    .filter(isDone)
    .map(({ unit, text }) => columns.map((name) => (name === 'target' ? text.value : unit[name])))
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

for (const field of fields) {
  field.text.addEventListener('input', () => changed(field))
  field.right?.addEventListener('change', () => changed(field))
}
for (const button of document.querySelectorAll('button[data-for]')) {
  button.addEventListener('click', () => {
    const field = fields[Number(button.dataset.for)]
    field.text.value = button.dataset.text
    field.text.focus()
    changed(field)
  })
}
document.getElementById('save').addEventListener('click', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', csv()], { type: 'text/csv' }))
  link.download = file
  link.click()
  URL.revokeObjectURL(link.href)
  isSaved = true
})
addEventListener('beforeunload', (event) => {
  if (!isSaved) event.preventDefault()
})

recall()
fields.forEach(look)
count()
