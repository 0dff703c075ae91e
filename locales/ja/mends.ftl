mend-length = 動画は 2 秒から 60 秒までなので、{ $asked } 秒を { $given } 秒にしました。
mend-backwards = { $beat } 番目の場面は終わりが始まりより前だったので、入れ替えました。
mend-overlap = { $beat } 番目の場面が前の場面と重なっていたので、あとにずらしました。
mend-past-end = 場面が { $length } 秒の動画に対して { $end } 秒まであったので、収まるように縮めました。
mend-too-much = { $length }秒には収まりきらないので、終わりの方は入っていません。
