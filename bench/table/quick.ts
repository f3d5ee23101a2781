import { DEFAULT_LIMITS } from '@preflag/core';
import { readTable } from '/work/wt/tables/packages/readers/src/table/index.ts';
import { tableCells } from '/work/wt/tables/checkers/spreadsheet/src/facts/table-cells.ts';
const path=process.argv[2]; const s=performance.now();
const r=await readTable({file:'big.csv',path},{limits:DEFAULT_LIMITS}); if(!r.ok) throw new Error(r.failure.text);
const t1=performance.now(); let n=0;
if (process.argv[3]==='scan') await r.model.scan([{item:'row',visit:(x:any)=>{n+=x.length}}]);
else { const g=tableCells.start(r.model); await r.model.scan([{item:'row',visit:(x)=>g.visit(x as never)}]); const v=g.end(); n=v.rows; console.log(v.keys.map(k=>[k.name,k.filled,k.duplicates.length]), v.cells.length, v.ragged.length) }
console.log(n,'read',t1-s|0,'facts',performance.now()-t1|0,'MB',process.resourceUsage().maxRSS/1024|0,'cpu',process.resourceUsage().userCPUTime/1e3|0);
