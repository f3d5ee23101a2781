export const agent = async (task, { files, deliver }) => { await files.write('note.md', '# Note\n\nAll is well.\n'); await deliver('note.md'); };
