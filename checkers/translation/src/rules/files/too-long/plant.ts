import { definePlant, type Plant } from '@preflag/testing';
import { catalogExample, plantInCatalog } from '../../../pair-plants.ts';

const XLIFF = `<xliff version="1.2"><file original="a" source-language="en" target-language="de"><body>
<trans-unit id="1" maxwidth="12" size-unit="char"><source>Save table</source><target>Sichern</target></trans-unit>
</body></file></xliff>
`;

export const tooLongPlant: Plant = definePlant({
  rule: 'translation/too-long',
  clean: () => catalogExample('menu.xlf', XLIFF),
  ways: {
    'a word was added': plantInCatalog('long', '.xlf', (text) =>
      text.replace(/(maxwidth="\d+" size-unit="char".*<target>)/, '$1Die Tabelle nun '),
    ),
  },
});
