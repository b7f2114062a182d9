" Scripts of quoth: by their ending, or by their first line.
autocmd BufNewFile,BufRead *.query setfiletype quoth
autocmd BufRead * if getline(1) =~# '^#!.*\<quoth\>' | setfiletype quoth | endif
