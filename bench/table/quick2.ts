import { readFileSync } from 'node:fs';
import { DEFAULT_LIMITS } from '@preflag/core';
import { RowCutter } from '../../packages/readers/src/table/row-cutter.ts';
const b=readFileSync('/tmp/tb/plain.csv').subarray(0, 20e6);
const C=new Int32Array(256); for(let i=0;i<256;i++)C[i]=i>=48&&i<58?1:i>=97&&i<=122?2:4; C[44]=1<<20;C[10]=1<<21;C[13]=1<<21;
const S=new Int32Array(64),E=new Int32Array(64),K=new Int32Array(64);
function ref(b:any){ let at=0,end=b.length,n=0; while(at<end){ let len=0,last=0; do { const s=at; let ch=0; while(at<end&&(last=C[b[at]]!)<(1<<20)){ch|=last;at++;} S[len]=s;E[len]=at;K[len++]=ch; at++; } while(last!==(1<<21)&&at<end); n+=len;} return n; }
const pb=Buffer.alloc((1<<18)+1);
function run(){ let n=0; const c=new RowCutter({delimiter:',',quoted:true},DEFAULT_LIMITS); let o=0; while(o<b.length){ const end=Math.min(b.length,o+(1<<18)); b.copy(pb,0,o,end); o+=c.cut(pb, end-o, end===b.length, (row)=>{n+=row.length}); } return n; }
let r1=1e9,r2=1e9; for(let i=0;i<30;i++){ let s=performance.now(); ref(b); r1=Math.min(r1,performance.now()-s); s=performance.now(); run(); r2=Math.min(r2,performance.now()-s); }
console.log('ref',r1.toFixed(1),'cut',r2.toFixed(1),'ratio',(r2/r1).toFixed(2));
