/** Months and weekdays as dates have them, January and Monday first; abbreviations behind the full name. By ISO 639-1. */
export const CALENDARS: Readonly<Record<string, { readonly months: readonly string[]; readonly weekdays: readonly string[] }>> = {
  en: {
    months: list(
      'January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sep/Sept October/Oct November/Nov December/Dec',
    ),
    weekdays: list('Monday/Mon Tuesday/Tue/Tues Wednesday/Wed Thursday/Thu/Thur/Thurs Friday/Fri Saturday/Sat Sunday/Sun'),
  },
  de: {
    months: list(
      'Januar/Jan/Jänner Februar/Feb März/Mrz April/Apr Mai Juni/Jun Juli/Jul August/Aug September/Sep/Sept Oktober/Okt November/Nov Dezember/Dez',
    ),
    weekdays: list('Montag/Mo Dienstag/Di Mittwoch/Mi Donnerstag/Do Freitag/Fr Samstag/Sa/Sonnabend Sonntag/So'),
  },
  fr: {
    months: list(
      'janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc',
    ),
    weekdays: list('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  },
  es: {
    months: list('enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre'),
    weekdays: list('lunes martes miércoles jueves viernes sábado domingo'),
  },
  it: {
    months: list('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    weekdays: list('lunedì martedì mercoledì giovedì venerdì sabato domenica'),
  },
  pt: {
    months: list('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    weekdays: list('segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo'),
  },
  nl: {
    months: list('januari februari maart april mei juni juli augustus september oktober november december'),
    weekdays: list('maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'),
  },
};

function list(names: string): readonly string[] {
  return names.split(' ');
}
