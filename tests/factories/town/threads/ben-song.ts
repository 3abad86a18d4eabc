import type { TownThread } from '../shape';

export const benSongThreads: readonly TownThread[] = [
  {
    post: 'cho-noi-luc-bon-gio',
    comments: [
      {
        by: 'hanh',
        minutesAfter: 22,
        body: 'Bà Tư bán cà phê đó con biết. Tan ca đêm con hay xuống uống. Bà pha đậm lắm, bà nói y tá thì phải uống đậm.',
        up: ['an', 'khanh', 'mai'],
        replies: [
          {
            by: 'an',
            minutesAfter: 45,
            body: 'Bà bảo tôi uống nhạt vì về hưu rồi. Vậy là bà có bảng kê cho từng nghề.',
            up: ['hanh', 'khanh', 'pavel'],
            replies: [
              { by: 'hanh', minutesAfter: 70, body: 'Dạ, để con hỏi thử nhà báo thì bà pha sao.', up: ['an', 'khanh'] },
            ],
          },
        ],
      },
      {
        by: 'khanh',
        minutesAfter: 130,
        body: 'Năm 2009 tôi có viết một bản tin nói chợ này “đang hấp hối”. Tôi đến lúc bảy giờ. Xin lỗi anh An, và xin lỗi bà Tư.',
        up: ['an', 'hanh', 'ines'],
        replies: [
          {
            by: 'an',
            minutesAfter: 155,
            body: 'Bà Tư còn nhớ bản tin đó. Bà nói hôm ấy có một anh nhà báo ngủ dậy trễ mà trả tiền cà phê rất đàng hoàng.',
            up: ['khanh', 'hanh', 'mai', 'pavel'],
          },
        ],
      },
      {
        by: 'pavel',
        minutesAfter: 600,
        body: 'Tôi đọc bằng từ điển, mất cả buổi chiều. Xin hỏi: “con nước” ở đây là dòng chảy hay là giờ giấc?',
        up: ['an', 'hanh'],
        replies: [
          {
            by: 'an',
            minutesAfter: 640,
            body: 'Cả hai. Ở đây hai thứ đó vốn là một, cho đến khi có đồng hồ.',
            up: ['pavel', 'hanh', 'khanh'],
          },
        ],
      },
    ],
  },
  {
    post: 'tieng-mua-tren-mai-ton',
    comments: [
      {
        by: 'an',
        minutesAfter: 35,
        body: 'Tôi sửa đúng hai dấu phẩy rồi thôi, không dám đụng nữa. Bài hay lắm, Hạnh.',
        up: ['hanh', 'khanh', 'ines'],
        replies: [{ by: 'hanh', minutesAfter: 80, body: 'Con cảm ơn bác. Dấu phẩy thứ hai con thấy tiếc, nhưng bác đúng.', up: ['an', 'khanh'] }],
      },
      {
        by: 'khanh',
        minutesAfter: 190,
        body: '“Ồn quá thì người ta mới chịu nhìn nhau.” Nhà tôi ngày xưa cũng mái tôn. Đọc xong tôi gọi điện cho mẹ, hai mẹ con ngồi nghe mưa bên kia đầu dây.',
        up: ['hanh', 'an', 'salma'],
      },
      {
        by: 'mai',
        minutesAfter: 56430,
        body: 'Em mới vào đây hôm nay, bài đầu tiên em đọc hết là bài này. Bà ngoại em cũng biết nghe mưa ạ.',
        status: 'held',
      },
    ],
  },
];
