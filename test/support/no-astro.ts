/** Stands in for Astro in unit tests, which build no site. */
throw new Error('A unit test builds a site. Move it to `test/site/`, see test/README.md.')
