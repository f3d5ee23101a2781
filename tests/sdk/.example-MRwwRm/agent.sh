mkdir deliver; printf '# Note\n\nAll is well.\n' > deliver/note.md
