import { readDocument, detectType } from '/work/main/packages/readers/src/index.ts';
import { DEFAULT_LIMITS } from '/work/main/packages/core/src/index.ts';
import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
const kind=process.argv[2]!, n=Number(process.argv[3]);
const p=`/tmp/w/big.${kind}`;
if(kind==='md'){const dir='/work/shared/data/documents/human-markdown/files/';let s='';const fs=readdirSync(dir).filter(f=>f.endsWith('.md'));for(let i=0;s.length<n*1e6;i++)s+=readFileSync(dir+fs[i%fs.length],'utf8')+'\n\n';writeFileSync(p,s.slice(0,n*1e6))}
else{let b='';for(let i=0;i<n;i++)b+=i%20===0?`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Section ${i}</w:t></w:r></w:p>`:`<w:p><w:r><w:t xml:space="preserve">Paragraph ${i} has some </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:t xml:space="preserve"> text and a few more words to make it a line of normal length.</w:t></w:r></w:p>`;
 const doc=`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${b}</w:body></w:document>`;
 writeFileSync(p,zipSync({'[Content_Types].xml':strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),'_rels/.rels':strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'),'word/document.xml':strToU8(doc)}))}
const t=performance.now();const c=process.cpuUsage();const r=await readDocument({file:'big',path:p},kind==='md'?'markdown':'docx',{limits:DEFAULT_LIMITS});
const u=process.cpuUsage(c);console.log(kind,n,r.ok?r.model.blocks.length+' blocks '+(r.partial?.[0]?.text??''):r.failure,Math.round(performance.now()-t),'ms wall',Math.round((u.user+u.system)/1e3),'ms cpu',Math.round(process.resourceUsage().maxRSS/1e3),'MB');
