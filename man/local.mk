# Manual pages, mdoc(7).
