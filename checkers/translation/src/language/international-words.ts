/** Words that many languages with Latin script write alike: whoever finds one in a translation has found no remains of the source. */
export const INTERNATIONAL_WORDS: ReadonlySet<string> = new Set(
  (
    'academia agenda album altitude animal app aroma artist audio bank bar base basket bazar blog bonus boss brand budget bus camera capital casino ' +
    'central champion chat chef club code collage content coronavirus couple crisis cultural data deal debut design detail digital dilemma ' +
    'director doctor dollar double drama editor email era error euro expert export extra facto fatal favor festival film films final finale format forum ' +
    'gala general global guru habitat hardware hit hospital hotel hybrid ideal idea import index internet interview jazz jeans judo karate ' +
    'laser legal leader level link liberal local logo machine magma mail manager marketing marathon maximum media mental menu metal meteor meter ' +
    'minimum minister model modern moment monitor moral motel motor musical national natural normal note novel online opera orchestra ' +
    'original panel panorama parallel park partner patent performance piano pilot pizza plan plasma podcast pop popular port portal poster premier ' +
    'program project propaganda radar radical radio region regional reporter restaurant rock rover safari sauna scanner sector senior server ' +
    'service sex show single smog social software solo source spam special spiral sponsor sport sports stadium star start status stop stress studio ' +
    'sultan super tank taxi team technik tempo terminal test text textile ticket tiger tourist trainer transit transport trend trio tunnel ' +
    'tsunami tumor tutor unit universal verb version veto via video village virus visa visual vitamin vocal volt weekend winter yoga zebra zoo zone'
  ).split(' '),
);
